// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/progress_row.h"

#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/theme/icons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>

#include <algorithm>

namespace cs::ui {

class ProgressTrack final : public QWidget {
public:
    using QWidget::QWidget;
    qint64 done = 0;
    qint64 total = 0;

    QSize sizeHint() const override
    {
        return total > 0 ? QSize(scaled(130), scaled(16)) : QSize(scaled(16), scaled(16));
    }
    QSize minimumSizeHint() const override { return {scaled(16), scaled(16)}; }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        if (total <= 0) {
            paintIcon(&painter, QRect(0, (height() - scaled(16)) / 2, scaled(16), scaled(16)),
                QStringLiteral("running"), Role::Accent);
            return;
        }
        const QRect track(0, (height() - 6) / 2, width(), 6);
        drawPanel(&painter, track, 3, colorOf(Role::Track), QColor());
        const double part = std::clamp(static_cast<double>(done) / static_cast<double>(total), 0.0, 1.0);
        const QRect fill(track.left(), track.top(), static_cast<int>(track.width() * part), 6);
        if (fill.width() > 0) {
            drawPanel(&painter, mirrored(fill, track, layoutDirection()), 3, colorOf(Role::Accent), QColor());
        }
    }
};

ProgressRow::ProgressRow(QWidget* parent)
    : QWidget(parent)
    , m_bar(new ProgressTrack(this))
    , m_words(new Label({}, Type::Small, Role::Muted, this))
    , m_cancel(new Button(Button::Kind::Outlined, tr("Cancel"), this))
    , m_row(new QHBoxLayout(this))
{
    m_words->setObjectName(QStringLiteral("progressWords"));
    m_cancel->setObjectName(QStringLiteral("progressCancel"));
    m_cancel->setSmall(true);
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(8);
    m_row->addWidget(m_bar, 1);
    m_row->addWidget(m_words);
    m_row->addWidget(m_cancel);
    connect(m_cancel, &Button::triggered, this, &ProgressRow::cancelled);
    connect(&Theme::instance(), &Theme::changed, this, [this] { m_bar->updateGeometry(); });
}

void ProgressRow::setProgress(qint64 done, qint64 total, const QString& words)
{
    m_bar->done = done;
    m_bar->total = total;
    m_bar->setSizePolicy(total > 0 ? QSizePolicy::Expanding : QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_row->setStretch(0, total > 0 ? 1 : 0);
    m_row->setStretch(1, total > 0 ? 0 : 1);
    m_bar->updateGeometry();
    m_bar->update();
    m_words->setText(words);
    setAccessibleName(words);
}

void ProgressRow::setCancellable(bool cancellable)
{
    m_cancel->setVisible(cancellable);
}

void ProgressRow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_cancel->setText(tr("Cancel"));
    }
    QWidget::changeEvent(event);
}

} // namespace cs::ui
