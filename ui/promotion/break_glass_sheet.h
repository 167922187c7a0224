// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/service.h"
#include "ui/widgets/sheet.h"

class QLineEdit;
class QPlainTextEdit;
class QTimer;
class QVBoxLayout;

namespace cs::ui {

class ExactBytes;
class KeyFoot;

/// An emergency's signature, before it or after: what it overrides and what it never skips in words, who else signs,
/// reason or comment, the exact bytes. The same manner as the sign-off: no default button, no key for a while, the
/// passphrase after the button.
class BreakGlassSheet final : public Sheet {
    Q_OBJECT
public:
    using What = commands::BreakGlassRequest::What;
    struct Setup {
        query::PromotionView promotion; ///< with its emergency
        What what = What::Authorise;
        IdentityView identity;
        bool bytesOpen = true;
        int guardMs = 700;
    };
    BreakGlassSheet(WorkspaceService& service, Setup setup, QWidget* parent);

Q_SIGNALS:
    void signedOff(qint64 entry, const QString& words);

private:
    const query::BreakGlassView& glass() const { return *m_setup.promotion.breakGlass; }
    bool reviewing() const { return m_setup.what == What::Review; }
    QWidget* makeBody();
    void addMeaning(QVBoxLayout* column);
    void addCovers(QVBoxLayout* column);
    void addSigners(QVBoxLayout* column);
    void addIncident(QVBoxLayout* column);
    void addWords(QVBoxLayout* column);
    void connectAll();
    qint64 least() const;
    QString words() const;
    QString fault() const;
    void count();
    commands::BreakGlassRequest request() const;
    void prepareSoon();
    void prepare();
    void take(const Result<WorkspaceService::SignOffPage>& page);
    void updateSign();
    void onSign();
    void takeSigned(const Result<Appended>& appended);

    WorkspaceService& m_service;
    Setup m_setup;
    std::optional<query::GlassReviewLeafView> m_leaf; ///< of the review: the one that this person signs
    QLineEdit* m_incident = nullptr;
    QPlainTextEdit* m_words = nullptr;
    class Label* m_counter = nullptr;
    ExactBytes* m_bytes;
    KeyFoot* m_foot;
    Button* m_sign;
    QTimer* m_later;
    quint64 m_generation = 0;
    std::optional<WorkspaceService::SignOffPage> m_page;
    QString m_refusal;
    bool m_approve = true;
    bool m_busy = false;
};

} // namespace cs::ui
