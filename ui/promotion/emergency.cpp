// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/promotion/emergency.h"

#include "ui/promotion/break_glass_sheet.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/chips/verdict_chip.h"
#include "ui/widgets/review/core_words.h"
#include "ui/widgets/review/review_words.h"
#include "ui/widgets/signing/action_sheet.h"
#include "ui/widgets/words.h"

#include <QMenu>
#include <QTimer>

namespace cs::ui {

namespace {

constexpr int tickMs = 1000;

QString listed(const std::vector<std::string>& items)
{
    QStringList words;
    for (const std::string& item : items) {
        words.append(coreWords(cleanName(qs(item), 200)));
    }
    return words.join(QStringLiteral("; "));
}

} // namespace

Emergency::Emergency(WorkspaceService& service, const Clock& clock, QWidget* view)
    : QObject(view)
    , m_service(service)
    , m_clock(clock)
    , m_view(view)
    , m_banner(new Banner(view))
    , m_tick(new QTimer(this))
{
    m_banner->setObjectName(QStringLiteral("emergencyBanner"));
    m_banner->hide();
    m_tick->setInterval(tickMs);
    connect(m_tick, &QTimer::timeout, this, &Emergency::show);
    connect(m_banner, &Banner::actionTriggered, this, [this] {
        if (m_action != nullptr) {
            (this->*m_action)();
        }
    });
}

void Emergency::setPromotion(const query::PromotionView& promotion, const IdentityView& identity)
{
    m_promotion = promotion;
    m_identity = identity;
    show();
}

QString Emergency::off(const std::string& reason) const
{
    if (!m_promotion.breakGlass) {
        return tr("The policy knows no break-glass for this transition.");
    }
    return coreWords(cleanName(qs(reason), 400));
}

void Emergency::addTo(QMenu& menu)
{
    menu.addSeparator();
    const auto add = [&](const QString& text, const QString& why, void (Emergency::*run)()) {
        QAction* action = menu.addAction(why.isEmpty() ? text : tr("%1 (off: %2)").arg(text, why));
        action->setEnabled(why.isEmpty());
        connect(action, &QAction::triggered, this, run);
    };
    add(tr("Authorise break-glass…"), authoriseOff(), &Emergency::authorise);
    add(tr("Execute by break-glass…"), executeOff(), &Emergency::execute);
    add(tr("Review break-glass…"), reviewOff(), &Emergency::review);
}

QString Emergency::authoriseOff() const
{
    return off(m_promotion.breakGlass ? m_promotion.breakGlass->authoriseOff : std::string());
}
QString Emergency::executeOff() const
{
    return off(m_promotion.breakGlass ? m_promotion.breakGlass->executeOff : std::string());
}
QString Emergency::reviewOff() const
{
    return off(m_promotion.breakGlass ? m_promotion.breakGlass->reviewOff : std::string());
}

void Emergency::show()
{
    m_tick->stop();
    m_action = nullptr;
    m_banner->setAction({});
    const bool there =
        m_promotion.breakGlass && (m_promotion.breakGlass->executed || m_promotion.breakGlass->persons > 0);
    if (!there) {
        m_banner->hide();
        return;
    }
    if (m_promotion.breakGlass->executed) {
        showReview();
    } else {
        showAuthorisation();
    }
    m_banner->show();
}

void Emergency::showReview()
{
    const query::BreakGlassView& glass = *m_promotion.breakGlass;
    const UtcTime now = m_clock.now();
    const bool owed = !glass.reviewed && !glass.rolledBack;
    const bool overdue = owed && now > glass.reviewDue;
    if (overdue) {
        m_banner->setLook(QStringLiteral("warning"), Role::Failed, Role::FailedTint);
        m_banner->setText(tr("Executed by break-glass; the review is overdue"),
            tr("The model is held: no gate of it can be passed until the review is signed or the version is rolled "
               "back. It was due %1.")
                .arg(utcText(glass.reviewDue)));
    } else if (owed) {
        m_banner->setLook(Verdict::Overridden);
        m_banner->setText(
            tr("Executed by break-glass; the review is due in %1").arg(durationText(glass.reviewDue.msSince(now))),
            tr("The gate was overridden, not satisfied. Without the review the model is held from %1 on.")
                .arg(utcText(glass.reviewDue)));
        m_tick->start();
    } else {
        m_banner->setLook(Verdict::Overridden);
        m_banner->setText(glass.reviewed ? tr("Executed by break-glass, and reviewed")
                                         : tr("Executed by break-glass, and rolled back"),
            tr("The gate was overridden, not satisfied."));
    }
    if (owed && reviewOff().isEmpty()) {
        m_banner->setAction(tr("Review…"));
        m_action = &Emergency::review;
    }
}

void Emergency::showAuthorisation()
{
    const query::BreakGlassView& glass = *m_promotion.breakGlass;
    const qint64 left = glass.until ? glass.until->msSince(m_clock.now()) : 0;
    if (glass.until && left <= 0) {
        m_banner->setLook(QStringLiteral("warning"), Role::Stale, Role::StaleTint);
        m_banner->setText(tr("An authorisation of the break-glass has lapsed"), tr("Unused, it counts for nothing."));
        QTimer::singleShot(0, this, &Emergency::changed);
        return;
    }
    m_tick->start();
    m_banner->setLook(Verdict::Overridden);
    if (!glass.authorised) {
        m_banner->setText(tr("Break-glass: %1 of %2 persons have authorised it, %3 left")
                              .arg(countText(glass.persons), countText(glass.personsNeeded), durationText(left)),
            authoriseOff());
        if (authoriseOff().isEmpty()) {
            m_banner->setAction(tr("Authorise…"));
            m_action = &Emergency::authorise;
        }
        return;
    }
    const QString what = glass.overrides.empty() ? tr("It overrides nothing: the gate is satisfied.")
                                                 : tr("It overrides: %1.").arg(listed(glass.overrides));
    m_banner->setText(tr("Break-glass is authorised for another %1").arg(durationText(left)),
        executeOff().isEmpty() ? what : executeOff());
    if (executeOff().isEmpty()) {
        m_banner->setAction(tr("Execute by break-glass…"));
        m_action = &Emergency::execute;
    }
}

void Emergency::openSheet(commands::BreakGlassRequest::What what)
{
    const bool authorises = what == commands::BreakGlassRequest::What::Authorise;
    const QString why = authorises ? authoriseOff() : reviewOff();
    if (!why.isEmpty()) {
        Q_EMIT noticed({QStringLiteral("info"), why, {}, {}});
        return;
    }
    auto* sheet = new BreakGlassSheet(m_service, {m_promotion, what, m_identity, true, m_guardMs}, m_view->window());
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    connect(sheet, &BreakGlassSheet::signedOff, this, [this](qint64 entry, const QString& words) {
        Q_EMIT noticed(
            {QStringLiteral("overridden"), words, tr("Show entry"), [this, entry] { Q_EMIT entryAsked(entry); }});
        Q_EMIT changed();
    });
    sheet->open();
}

void Emergency::authorise()
{
    openSheet(commands::BreakGlassRequest::What::Authorise);
}

void Emergency::review()
{
    openSheet(commands::BreakGlassRequest::What::Review);
}

void Emergency::execute()
{
    if (!executeOff().isEmpty()) {
        Q_EMIT noticed({QStringLiteral("info"), executeOff(), {}, {}});
        return;
    }
    const query::BreakGlassView& glass = *m_promotion.breakGlass;
    const QString number = QString::number(m_promotion.number);
    ActionSheet::Setup setup;
    setup.title = tr("Execute promotion #%1 by break-glass?").arg(number);
    setup.subtitle = QString(cleanName(qs(m_promotion.modelName), 80) % QLatin1Char(' ')
        % cleanName(qs(m_promotion.versionLabel), 40) % QStringLiteral(", ") % qs(m_promotion.transitionLabel));
    setup.consequence =
        tr("%1 %2 enters %3 although its gate is not satisfied. Overridden: %4. It has to be reviewed "
           "afterwards; overdue, the model is held. Rollback target: %5.")
            .arg(cleanName(qs(m_promotion.modelName), 80), cleanName(qs(m_promotion.versionLabel), 40),
                qs(m_promotion.toLabel), listed(glass.overrides), cleanName(qs(m_promotion.rollbackTarget)));
    setup.verb = tr("Execute by break-glass");
    setup.icon = QStringLiteral("overridden");
    setup.done = tr("Executed #%1 by break-glass in entry %2.").arg(number, QStringLiteral("%1"));
    setup.destructive = true;
    setup.identity = m_identity;
    setup.guardMs = m_guardMs;
    setup.run = [this, id = m_promotion.id](
                    const QString&, const QString& passphrase) { return m_service.executeBreakGlass(id, passphrase); };
    auto* sheet = new ActionSheet(m_service, std::move(setup), m_view->window());
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    connect(sheet, &ActionSheet::done, this, [this](const QString& words) {
        Q_EMIT noticed({QStringLiteral("overridden"), words, {}, {}});
        Q_EMIT changed();
    });
    sheet->open();
}

} // namespace cs::ui
