// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/service.h"
#include "ui/widgets/page.h"

class QMenu;
class QTimer;

namespace cs::ui {

class Banner;

/// The break-glass of the promotion that the review shows: how long its authorisation lives, what it owes, and the
/// three signatures. The banner is the review's to place.
class Emergency final : public QObject {
    Q_OBJECT
public:
    Emergency(WorkspaceService& service, const Clock& clock, QWidget* view);

    Banner* banner() { return m_banner; }
    void setPromotion(const query::PromotionView& promotion, const IdentityView& identity);
    void setGuardMs(int ms) { m_guardMs = ms; }
    /// Its three actions, off with the reason in words.
    void addTo(QMenu& menu);
    void authorise();
    void execute();
    void review();
    /// Why each of them is off, for menu and palette; empty if it is there.
    QString authoriseOff() const;
    QString executeOff() const;
    QString reviewOff() const;

Q_SIGNALS:
    void noticed(const cs::ui::Notice& notice);
    void entryAsked(qint64 entry);
    /// The workspace has to be asked again: something was signed, or an authorisation has just lapsed.
    void changed();

private:
    QString off(const std::string& reason) const;
    void show();
    void showReview();
    void showAuthorisation();
    void openSheet(commands::BreakGlassRequest::What what);

    WorkspaceService& m_service;
    const Clock& m_clock;
    QWidget* m_view;
    Banner* m_banner;
    QTimer* m_tick;
    query::PromotionView m_promotion;
    IdentityView m_identity;
    void (Emergency::*m_action)() = nullptr;
    int m_guardMs = 700;
};

} // namespace cs::ui
