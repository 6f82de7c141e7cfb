// SPDX-License-Identifier: Apache-2.0
#include "central/status_page.hpp"

#include "central/ingest_problem.hpp"

#include <fmt/format.h>

#include <array>

namespace preau::central {

namespace {

constexpr std::string_view kHead = R"(<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Préau – plateforme centrale</title>
<link rel="stylesheet" href="/style.css">
</head>
<body>
<header>
<h1>Plateforme centrale</h1>
<p>Les sessions scellées que les boîtiers ont envoyées, la dernière reçue en premier.</p>
</header>
<main>
)";

constexpr std::string_view kEmpty = R"(<p class="empty">Aucun lot reçu pour l’instant.
Dès qu’une session est finalisée dans la salle, son lot scellé arrive ici.</p>
)";

constexpr std::string_view kTableHead = R"(<table>
<thead><tr><th scope="col">Session</th><th scope="col">Boîtier</th>
<th scope="col" class="number">Candidats</th><th scope="col" class="number">Événements</th>
<th scope="col">Reçu le (UTC)</th><th scope="col">Vérification</th></tr></thead>
<tbody>
)";

constexpr std::string_view kFoot = R"(</main>
<footer>Préau est un projet indépendant. Chaque lot est conservé tel qu’il est arrivé ; un lot
accepté a été vérifié signature par signature, et ses résultats ont été recalculés.</footer>
</body>
</html>
)";

struct StateWords {
    std::string_view state;
    std::string_view shown;
};
constexpr std::array kStates = {
    StateWords{"accepted", "Vérifié et accepté"},
    StateWords{"duplicate", "Déjà accepté"},
    StateWords{"contested", "Contesté"},
    StateWords{"quarantined", "En quarantaine, conservé"},
    StateWords{"rejected", "Rejeté, conservé"},
    StateWords{"parked", "Reçu, en attente d’une version plus récente"},
    StateWords{"verifying", "Reçu, en cours de vérification"},
    StateWords{"stored", "Reçu"},
};

std::string_view shown(std::string_view state) {
    for (const auto& words : kStates)
        if (words.state == state) return words.shown;
    return state;
}

std::string escape(std::string_view text) {
    std::string out;
    for (const char c : text) switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            default:
                out += c;
        }
    return out;
}

/// "24/11/2026 à 09:00"
std::string day_and_hour(WallTime time) {
    const auto iso = to_iso8601(time);
    return fmt::format("{}/{}/{} à {}", iso.substr(8, 2), iso.substr(5, 2), iso.substr(0, 4),
                       iso.substr(11, 5));
}

std::string or_dash(std::string_view text) { return text.empty() ? "–" : escape(text); }

/// "35 869", with the narrow space that French puts between thousands.
std::string or_dash(std::int64_t number) {
    if (number == 0) return "–";
    auto digits = std::to_string(number);
    for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3)
        digits.insert(static_cast<std::size_t>(at), "\u202f");
    return digits;
}

std::string row(const BundleRow& bundle) {
    std::string verdict = fmt::format(R"(<span class="verdict {0}">{1}</span>)",
                                      escape(bundle.state), shown(bundle.state));
    if (const auto title = title_of(bundle.code); !title.empty())
        verdict += fmt::format(R"(<span class="reason">{}</span>)", escape(title));
    if (!bundle.detail.empty())
        verdict +=
            fmt::format(R"(<span class="detail" lang="en">{}</span>)", escape(bundle.detail));
    return fmt::format(
        R"(<tr><th scope="row">{}</th><td>{}</td><td class="number">{}</td>)"
        R"(<td class="number">{}</td><td><time datetime="{}">{}</time></td><td>{}</td></tr>)"
        "\n",
        or_dash(bundle.number), or_dash(bundle.box), or_dash(bundle.candidates),
        or_dash(bundle.events), to_iso8601(bundle.received_at), day_and_hour(bundle.received_at),
        verdict);
}

}  // namespace

std::string status_page(const std::vector<BundleRow>& bundles) {
    std::string page(kHead);
    if (bundles.empty()) return page.append(kEmpty).append(kFoot);
    page += kTableHead;
    for (const auto& bundle : bundles) page += row(bundle);
    return page.append("</tbody>\n</table>\n").append(kFoot);
}

std::string_view status_style() {
    return R"(:root {
  color-scheme: light dark;
  --page: #f2f5f6; --surface: #ffffff; --text: #1b1b1f; --text-soft: #4a4a55; --line: #d3dadd;
  --success: #1a6b34; --success-soft: #e5f3e9; --error: #b0171f; --error-soft: #fce9ea;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #14161a; --surface: #1e2127; --text: #f1f1f4; --text-soft: #c4c4cc; --line: #3a3f48;
    --success: #7ad598; --success-soft: #16301f; --error: #ff9a9d; --error-soft: #3b1a1d;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; padding: 2.5rem 1.25rem; max-width: 70rem;
  background: var(--page); color: var(--text);
  font: 1.0625rem/1.5 "Atkinson Hyperlegible Next", system-ui, "Segoe UI", Roboto, "DejaVu Sans",
    sans-serif;
}
h1 { margin: 0; font-size: 1.75rem; line-height: 1.2; }
header p { margin: .4rem 0 1.75rem; color: var(--text-soft); }
main {
  overflow-x: auto; background: var(--surface);
  border: 1px solid var(--line); border-radius: .75rem;
}
.empty { margin: 0; padding: 2rem; color: var(--text-soft); }
table { width: 100%; border-collapse: collapse; }
th, td { padding: .8rem 1rem; text-align: left; vertical-align: top; white-space: nowrap; }
thead th { font-size: .875rem; font-weight: 600; color: var(--text-soft); }
tbody tr { border-top: 1px solid var(--line); }
tbody th, .number { font-variant-numeric: tabular-nums; }
.number { text-align: right; }
td:last-child { min-width: 20rem; white-space: normal; }
.verdict {
  display: inline-block; padding: .05rem .65rem; border-radius: 1rem; font-weight: 600;
  background: var(--error-soft); color: var(--error);
}
.verdict.accepted, .verdict.duplicate { background: var(--success-soft); color: var(--success); }
.reason, .detail { display: block; margin-top: .35rem; font-size: .9375rem; }
.detail { font-size: .8125rem; color: var(--text-soft); overflow-wrap: anywhere; }
footer { margin-top: 1.5rem; font-size: .875rem; color: var(--text-soft); max-width: 44rem; }
)";
}

}  // namespace preau::central
