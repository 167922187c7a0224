// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/theme/theme.h"

#include <QWidget>

namespace cs::ui {

/// What a gate, a check or a person said; always told by shape, word and colour together. @source visual.md
/// section 2
enum class Verdict { Passed, Pending, Failed, Stale, Vetoed, Overridden, Frozen, NotApplicable };

struct VerdictLook {
    QString icon;
    Role role;
    Role tint;
};
VerdictLook verdictLook(Verdict verdict);
/// "Passed", "Pending", … in the language of the window.
QString verdictWord(Verdict verdict);

/// Draws a verdict chip at the start of @p rect, for delegates. @returns the rectangle it took.
QRect paintVerdictChip(QPainter* painter, const QRect& rect, Verdict verdict, const QString& text,
    Qt::LayoutDirection direction, Qt::Alignment alignment = Qt::AlignLeading | Qt::AlignVCenter);
QSize verdictChipSize(const QString& text);

/// A verdict with its shape and a word, or a count instead of the word ("2 of 11 left").
class VerdictChip final : public QWidget {
    Q_OBJECT
public:
    explicit VerdictChip(Verdict verdict, const QString& text = {}, QWidget* parent = nullptr);
    /// An empty @p text shows the verdict's own word.
    void setVerdict(Verdict verdict, const QString& text = {});
    Verdict verdict() const { return m_verdict; }
    QString text() const { return m_text.isEmpty() ? verdictWord(m_verdict) : m_text; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void refresh();

    Verdict m_verdict;
    QString m_text;
};

} // namespace cs::ui
