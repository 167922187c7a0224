// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/models_views.h"

#include <QWidget>

class QDateEdit;

namespace cs::ui {

class Button;
class Label;

/// "Which version served production on this day?" A day has 24 hours, so there may be several answers.
class DateLine final : public QWidget {
    Q_OBJECT
public:
    explicit DateLine(QWidget* parent = nullptr);
    void setSpans(const std::vector<query::ProductionSpan>& spans, const QString& model, UtcTime now);
    /// Which spans touch the day that begins at @p from.
    static std::vector<query::ProductionSpan> on(const std::vector<query::ProductionSpan>& spans, UtcTime from);

Q_SIGNALS:
    void versionAsked(qint64 id);
    void entryAsked(qint64 entry);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void answer();

    std::vector<query::ProductionSpan> m_spans;
    QString m_model;
    bool m_dated = false;
    Label *m_title, *m_answer;
    QDateEdit* m_day;
    Button *m_version, *m_entry;
};

} // namespace cs::ui
