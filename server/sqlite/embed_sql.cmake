# Run at build time: writes OUT, a C++ file that defines NAMESPACE::NAME with the text of each SQL
# file. Arguments: -DOUT= -DNAMESPACE= -DFILES=name=path,name=path,…
set(text "// Made by embed_sql.cmake; do not edit.\n#include <string_view>\n\nnamespace ${NAMESPACE} {\n")
string(REPLACE "," ";" pairs "${FILES}")
foreach(pair IN LISTS pairs)
    string(REGEX MATCH "^([^=]+)=(.+)$" matched "${pair}")
    set(name "${CMAKE_MATCH_1}")
    file(READ "${CMAKE_MATCH_2}" sql)
    string(APPEND text "extern const std::string_view ${name};\n"
                       "const std::string_view ${name} = R\"sql(${sql})sql\";\n")
endforeach()
string(APPEND text "}  // namespace ${NAMESPACE}\n")
file(WRITE "${OUT}" "${text}")
