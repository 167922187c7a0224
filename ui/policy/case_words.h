// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/policy_views.h"

#include <QCoreApplication>
#include <QString>

namespace cs::ui {

/// A case in words: what becomes possible, and who signs first.
class CaseWords final {
    Q_DECLARE_TR_FUNCTIONS(CaseWords)
public:
    /// "A version whose risk tier is high, regulated is true passes Canary → Production with …; before it took … too."
    static QString sentence(const query::PolicyFinding& finding);
    /// "Regulated yes, risk tier medium".
    static QString tags(const query::PolicyFinding& finding);
    static QString items(const std::vector<query::CaseItem>& items);
    /// "Model-risk manager, Compliance officer, then 24 h cool-off".
    static QString signers(const std::vector<query::PolicySigner>& signers, qint64 coolOffSeconds);
    /// "1 error, 2 warnings, weakens".
    static QString counts(const query::DraftJudgement& judgement);
    static QString icon(query::PolicyFinding::Kind kind);
};

} // namespace cs::ui
