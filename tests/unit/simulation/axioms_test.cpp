// SPDX-License-Identifier: Apache-2.0
#include "simulation/axioms.hpp"

#include "unit/simulation/reference.hpp"

using namespace preau;
using adaptive::Algorithm;

TEST_CASE("axioms: Pix lets wrong answers raise, which the count must see") {
    const adaptive::Engine engine(test::reference_items("J320"),
                                  simulation::reference_version(Algorithm::pix_flash_v3));
    const auto axioms = simulation::check_axioms(engine, 1000);
    CHECK(axioms.raised_by_wrong > 0);
    CHECK(axioms.order_gap > 1e-3);
    CHECK(axioms.repeats == 0);
    CHECK(axioms.other_on_resume == 0);
}

TEST_CASE("axioms: under the room engine no wrong answer raises, no right one lowers") {
    const adaptive::Engine engine(test::reference_items("J320"),
                                  simulation::reference_version(Algorithm::room));
    const auto axioms = simulation::check_axioms(engine, 4000);
    CHECK(axioms.steps == 4000 * 32);
    CHECK(axioms.raised_by_wrong == 0);
    CHECK(axioms.lowered_by_right == 0);
    CHECK(axioms.repeats == 0);
    CHECK(axioms.other_on_resume == 0);
    CHECK(axioms.order_gap <= 1e-12);
}
