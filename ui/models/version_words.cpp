// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/version_words.h"

#include "ui/models/version_cells.h"
#include "ui/widgets/review/review_words.h"
#include "ui/widgets/words.h"

#include <QCoreApplication>

namespace cs::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(cs::ui::VersionWords)
};

} // namespace

QString compareLabel(const std::string& id)
{
    const std::pair<const char*, QString> known[] = {{"data", Words::tr("Training data")},
        {"data_digest", Words::tr("Data digest")}, {"pipeline", Words::tr("Pipeline")},
        {"features", Words::tr("Features")}, {"code", Words::tr("Code revision")},
        {"contributors", Words::tr("Made by")}, {"artifact", Words::tr("Artifact")},
        {"artifact_bytes", Words::tr("Size of the artifact")}, {"image", Words::tr("Container")},
        {"source", Words::tr("Source")}};
    for (const auto& [name, words] : known) {
        if (id == name) {
            return words;
        }
    }
    return kindWords(id);
}

QString outcomeWord(query::CompareRow::Outcome outcome)
{
    using Outcome = query::CompareRow::Outcome;
    switch (outcome) {
    case Outcome::Same:
        return Words::tr("Same");
    case Outcome::Better:
        return Words::tr("Better");
    case Outcome::Worse:
        return Words::tr("Worse");
    case Outcome::OnlyHere:
        return Words::tr("Only here");
    case Outcome::OnlyThere:
        return Words::tr("Only there");
    case Outcome::Different:
        break;
    }
    return Words::tr("Different");
}

QString boundLine(const std::string& bound, const std::string& gate, Verdict verdict)
{
    const QString what = measureText(cleanName(qs(bound), 40), {});
    const QString where = cleanName(qs(gate), 60);
    switch (verdict) {
    case Verdict::Passed:
        return Words::tr("%1, %2: holds").arg(what, where);
    case Verdict::Failed:
        return Words::tr("%1, %2: not met").arg(what, where);
    case Verdict::Stale:
        return Words::tr("%1, %2: out of date").arg(what, where);
    default:
        return Words::tr("%1, %2: not judged yet").arg(what, where);
    }
}

QString evidenceKindWords(const std::string& kind)
{
    return kindWords(kind);
}

} // namespace cs::ui
