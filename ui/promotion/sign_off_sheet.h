// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/service.h"
#include "ui/promotion/sign_off_body.h"
#include "ui/widgets/sheet.h"

class QTimer;

namespace cs::ui {

class KeyFoot;

/// "What you see is what you sign": frozen on one snapshot, no default button, no key for a while after it appears or
/// becomes active, the whole statement, the exact bytes; the passphrase is asked for only after the button. If the
/// snapshot moves it closes and says why. @source design.md section 8
class SignOffSheet final : public Sheet {
    Q_OBJECT
public:
    static constexpr int keyGuardMs = 700;

    struct Setup {
        query::PromotionView promotion;
        commands::Verdict verdict = commands::Verdict::Approve;
        std::string role;
        std::set<Digest> viewed;
        IdentityView identity;
        bool bytesOpen = true;
        QString draft; ///< words of an earlier try
        int guardMs = keyGuardMs;
    };
    SignOffSheet(WorkspaceService& service, Setup setup, QWidget* parent);

    Button* signButton() { return m_sign; }
    SignOffBody* body() { return m_body; }

Q_SIGNALS:
    void signedOff(qint64 entry, const QString& words);
    /// The page no longer holds; @p why is a full sentence. The sheet has closed itself.
    void wentStale(const QString& why);
    /// Another entry about the same promotion came first. The sheet has closed itself; nothing was signed.
    void cameIn(const cs::Error& error);
    /// The sheet ended without a signature; these words were in it.
    void draftLeft(const QString& words);

private:
    void prepareSoon();
    void prepare();
    void takePage(const Result<WorkspaceService::SignOffPage>& page);
    void lookAgain();
    void closeStale(const QString& why);
    void updateSign();
    void onSign();
    void unlockKeychain();
    void takeSigned(const Result<Appended>& appended);
    commands::DecisionRequest request() const;
    QString verbText() const;

    WorkspaceService& m_service;
    Setup m_setup;
    SignOffBody* m_body;
    KeyFoot* m_foot;
    Button* m_cancel;
    Button* m_sign;
    QTimer* m_later;
    quint64 m_generation = 0;
    std::optional<WorkspaceService::SignOffPage> m_page; ///< what the button would sign; none while it is being made
    QString m_refusal; ///< why no page could be made
    bool m_busy = false;
    bool m_ended = false;
};

} // namespace cs::ui
