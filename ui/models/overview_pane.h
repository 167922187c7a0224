// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/models_views.h"

#include <QWidget>

class QVBoxLayout;

namespace cs::ui {

class DateLine;
class Label;
class LifecycleLine;
class Timeline;

/// The first tab of a version: where it is in its lifecycle, its findings, its latest evidence, its stages, and which
/// version served production on a day.
class OverviewPane final : public QWidget {
    Q_OBJECT
public:
    explicit OverviewPane(QWidget* parent = nullptr);
    void setPage(const query::VersionPageView& page, UtcTime now);

Q_SIGNALS:
    void entryAsked(qint64 entry);
    void promotionAsked(const QString& id);
    void versionAsked(qint64 id);
    void evidenceAsked();

protected:
    void changeEvent(QEvent* event) override;

private:
    void fillFindings(const query::VersionPageView& page, UtcTime now);
    void fillEvidence(const query::VersionPageView& page);
    void retranslate();

    LifecycleLine* m_line;
    QVBoxLayout *m_findings, *m_evidence;
    Label *m_evidenceTitle, *m_evidenceSecond, *m_stagesTitle;
    Timeline* m_timeline;
    DateLine* m_date;
};

} // namespace cs::ui
