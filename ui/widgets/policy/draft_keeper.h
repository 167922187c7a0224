// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/policy_service.h"
#include "core/workspace/service.h"
#include "ui/widgets/policy/policy_draft.h"

#include <QTimer>

namespace cs::ui {

/// The one policy draft of the window, for every page that shows or changes it: loads it, keeps it half a second after
/// each change, and asks what is to be said of it.
class DraftKeeper final : public QObject {
    Q_OBJECT
public:
    explicit DraftKeeper(WorkspaceService& service, QObject* parent = nullptr);
    ~DraftKeeper() override;

    /// Keeps at once what waits to be kept.
    void flush();

    PolicyDraft& draft() { return m_draft; }
    PolicyService& service() { return m_service.policies(); }
    const query::PolicyDesk& desk() const { return m_desk; }
    const query::DraftJudgement& judgement() const { return m_judgement; }
    /// The judgement is of the text as it stands: what is said of an older one must not be signed under.
    bool isJudged() const { return m_judged == m_draft.text(); }
    /// Nothing while there is no draft, or the last change is not kept yet.
    std::optional<UtcTime> savedAt() const { return m_saved; }

    /// Opens a draft: a copy of a revision, or of the one in force, as the next revision.
    void begin(std::optional<Digest> revision = std::nullopt);
    /// A draft from a text, for example of a file.
    void beginWith(const Bytes& text);
    void discard();
    /// The draft as it would be proposed: with the next number, and what it supersedes. Changes the draft where it
    /// says otherwise.
    Bytes proposal();
    /// The draft was proposed: it is on the ledger now.
    void proposed();
    void reload();

Q_SIGNALS:
    /// Revisions, cases, rights or what is in force.
    void deskChanged();
    void judged();
    void savedChanged();
    void failed(const cs::Error& error);

private:
    void take(const query::PolicyDesk& desk);
    void showInForce();
    void onDraft();
    void keep();
    void judge();
    Bytes numbered(const Bytes& text) const;

    WorkspaceService& m_service;
    PolicyDraft m_draft;
    query::PolicyDesk m_desk;
    query::DraftJudgement m_judgement;
    std::string m_judged; // the text that it is of
    std::optional<UtcTime> m_saved;
    std::optional<Digest> m_shown; // revision that stands in m_draft while no draft is open
    QTimer m_keepLater, m_judgeLater, m_reloadLater;
    quint64 m_turn = 0;
    bool m_loaded = false;
};

} // namespace cs::ui
