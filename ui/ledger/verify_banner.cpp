// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ledger/verify_banner.h"

#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chips/verdict_chip.h"
#include "ui/widgets/progress_row.h"
#include "ui/widgets/review/guarded.h"
#include "ui/widgets/words.h"

#include <QEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace cs::ui {

VerifyBanner::VerifyBanner(WorkspaceService& service, const Clock& clock, QWidget* parent)
    : QWidget(parent)
    , m_service(service)
    , m_clock(clock)
    , m_banner(new Banner(this))
    , m_runningPane(new QWidget(this))
    , m_progress(new ProgressRow(this))
{
    setObjectName(QStringLiteral("verifyBanner"));
    auto* pane = new QVBoxLayout(m_runningPane);
    pane->setContentsMargins(16, 10, 16, 10);
    pane->addWidget(m_progress);
    m_progress->cancelButton()->setObjectName(QStringLiteral("cancelVerify"));
    m_progress->setCancellable(true);
    m_runningPane->hide();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_banner);
    column->addWidget(m_runningPane);
    connect(m_banner, &Banner::actionTriggered, this, [this] {
        if (m_brokenEntry >= 0) {
            Q_EMIT entryAsked(m_brokenEntry);
        } else {
            start();
        }
    });
    m_banner->action()->setObjectName(QStringLiteral("verifyAgain"));
    connect(m_progress, &ProgressRow::cancelled, this, &VerifyBanner::cancel);
    connect(&m_service, &WorkspaceService::verifyProgress, this, [this](qint64 done, qint64 total) {
        if (m_running) {
            m_progress->setProgress(
                done, total, tr("Verifying, %1 of %2 entries").arg(countText(done), countText(total)));
        }
    });
    connect(&m_service, &WorkspaceService::verified, this, [this](const query::VerifyReport& report) {
        if (!m_running) {
            show(report);
        }
    });
    showNever();
}

void VerifyBanner::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), colorOf(Role::PendingTint));
}

void VerifyBanner::showNever()
{
    m_brokenEntry = -1;
    m_banner->setLook(Verdict::Pending);
    m_banner->setText(tr("Not verified from the first entry since it was opened."),
        tr("The head is the one that was pinned. Verification replays every entry with public keys only."));
    m_banner->setAction(tr("Verify"));
}

void VerifyBanner::start()
{
    if (m_running) {
        return;
    }
    m_running = true;
    m_progress->setProgress(0, 0, tr("Verifying from the first entry"));
    m_banner->hide();
    m_runningPane->show();
    m_service.verify().then(qApp, guarded(this, [this](const Result<query::VerifyReport>& report) { take(report); }));
}

void VerifyBanner::cancel()
{
    if (m_running) {
        m_service.cancelVerify();
    }
}

void VerifyBanner::take(const Result<query::VerifyReport>& report)
{
    m_running = false;
    m_runningPane->hide();
    m_banner->show();
    if (report) {
        show(*report);
        return;
    }
    m_brokenEntry = -1;
    const bool cancelled = report.error().code().contains(QLatin1String("CANCEL"));
    m_banner->setLook(Verdict::Pending);
    m_banner->setText(cancelled ? tr("The verification was cancelled.") : tr("The verification did not finish."),
        cancelled ? tr("Nothing is known of the entries that were not reached. The ledger is unchanged.")
                  : tr("%1 The ledger is unchanged.").arg(errorWords(report.error())));
    m_banner->setAction(tr("Verify again"));
}

void VerifyBanner::show(const query::VerifyReport& report)
{
    m_report = report;
    m_brokenEntry = -1;
    const QString entries = countText(report.entries);
    const QString when = utcText(report.checkedAt);
    if (report.verdict == "intact") {
        m_banner->setLook(QStringLiteral("verify"), Role::Passed, Role::PassedTint);
        m_banner->setText(tr("Verified. %1 entries keep all 14 laws; %2 signatures, %3 keys.")
                              .arg(entries, countText(report.signatures), countText(report.keys)),
            tr("%1, from the first entry, with public keys only.").arg(when));
        m_banner->setAction(tr("Verify again"));
    } else if (report.verdict == "incomplete") {
        m_banner->setLook(QStringLiteral("stale"), Role::Stale, Role::StaleTint);
        m_banner->setText(tr("Incomplete. A policy document is missing, so some promotions cannot be judged."),
            report.problems.empty() ? when : cleanName(qs(report.problems.front().message), 400));
        m_banner->setAction(tr("Verify again"));
    } else {
        const query::VerifyProblem problem = report.problems.empty() ? query::VerifyProblem() : report.problems.front();
        m_brokenEntry = problem.entry;
        m_banner->setLook(Verdict::Vetoed);
        m_banner->setText(tr("Entry %1 breaks law %2.").arg(countText(problem.entry)).arg(problem.law),
            tr("%1 Entries from %2 on are not trusted.")
                .arg(cleanName(qs(problem.message), 400), countText(problem.entry)));
        m_banner->setAction(
            m_brokenEntry >= 0 ? tr("Show entry %1").arg(countText(problem.entry)) : tr("Verify again"));
    }
    Q_EMIT reportChanged();
}

void VerifyBanner::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange && !m_running) {
        m_report ? show(*m_report) : showNever();
    }
    QWidget::changeEvent(event);
}

} // namespace cs::ui
