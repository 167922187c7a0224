// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/service.h"

#include <QWidget>

#include <optional>

namespace cs::ui {

class Banner;
class ProgressRow;

/// The full verification: never done, running with progress and Cancel, its verdict, or why there is none.
class VerifyBanner final : public QWidget {
    Q_OBJECT
public:
    VerifyBanner(WorkspaceService& service, const Clock& clock, QWidget* parent = nullptr);
    void start();
    void cancel();
    bool isRunning() const { return m_running; }
    const std::optional<query::VerifyReport>& report() const { return m_report; }

Q_SIGNALS:
    void reportChanged();
    /// The first entry that breaks a law.
    void entryAsked(qint64 entry);

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void take(const Result<query::VerifyReport>& report);
    void show(const query::VerifyReport& report);
    void showNever();

    WorkspaceService& m_service;
    const Clock& m_clock;
    Banner* m_banner;
    QWidget* m_runningPane;
    ProgressRow* m_progress;
    std::optional<query::VerifyReport> m_report;
    bool m_running = false;
    qint64 m_brokenEntry = -1;
};

} // namespace cs::ui
