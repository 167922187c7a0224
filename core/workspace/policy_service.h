// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/policy_views.h"
#include "core/query/raci_views.h"
#include "core/workspace/session.h"

#include <QFuture>
#include <QObject>
#include <QString>

namespace cs {

/// The part of WorkspaceService that is about gate policies; the same thread, the same rules.
class PolicyService : public QObject {
    Q_OBJECT
public:
    template <class T> using Answer = QFuture<Result<T>>;

    virtual Answer<query::PolicyDesk> desk() = 0;
    /// The bytes of a revision, as adopted or proposed.
    virtual Answer<Bytes> document(Digest digest) = 0;
    /// What is to be said of a draft. A later call stops this one: CS-WORKSPACE-STOPPED.
    virtual Answer<query::DraftJudgement> judge(Bytes draft) = 0;
    /// Two revisions; nothing: the draft text that stands beside.
    struct Side {
        std::optional<Digest> revision;
        Bytes draft;
    };
    virtual Answer<query::PolicyComparison> compare(Side before, Side now) = 0;
    /// What a draft would have done. Progress by simulationProgress(). @param days 0: the whole ledger.
    virtual Answer<query::Simulation> simulate(Bytes draft, int days) = 0;
    virtual void cancelSimulation() = 0;
    /// The gate of a promotion under a draft, on the state that the row was judged on.
    virtual Answer<query::GateNode> simulatedGate(Bytes draft, PromotionId promotion, EntryIndex judgedAt) = 0;
    /// Who alone can bring a version to production under a draft, for a model with these tags.
    virtual Answer<query::FewestPeople> fewest(Bytes draft, std::map<std::string, std::string> tags) = 0;
    /// The matrix of a draft in a case of overlays. @param draft empty: of the policy in force.
    virtual Answer<query::RaciView> raci(Bytes draft, std::optional<std::vector<std::string>> overlays) = 0;
    /// The same as a workbook (XLSX).
    virtual Answer<Bytes> raciWorkbook(Bytes draft, std::optional<std::vector<std::string>> overlays) = 0;

    /// Keeps the draft of this user for this workspace, so that it outlives a crash. @returns when.
    /// @param workspace that it was written for: another one may be open by now, and takes none of it.
    virtual Answer<UtcTime> keepDraft(Bytes draft, std::string workspace) = 0;
    virtual Answer<bool> discardDraft() = 0;
    /// A policy file of this computer. @returns CS-POLICY-FILE
    virtual Answer<Bytes> readFile(QString path) = 0;

    virtual Answer<Appended> propose(Bytes draft, QString note, QString passphrase) = 0;
    virtual Answer<Appended> signOff(
        EntryIndex proposal, QString leaf, QString role, bool reject, QString comment, QString passphrase) = 0;
    virtual Answer<Appended> adopt(EntryIndex proposal, QString passphrase) = 0;
    virtual Answer<Appended> withdraw(EntryIndex proposal, QString passphrase) = 0;

Q_SIGNALS:
    void simulationProgress(qint64 done, qint64 total);

protected:
    PolicyService() = default;
};

} // namespace cs
