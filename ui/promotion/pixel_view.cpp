// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/promotion/pixel_view.h"

#include "ui/widgets/theme/theme.h"

#include <QPainter>

namespace cs::ui {

PixelView::PixelView(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

bool PixelView::setPixels(const query::PreviewResult& preview, double scale)
{
    m_image = QImage();
    const bool fits = preview.width > 0 && preview.height > 0
        && preview.rgba.size()
            == static_cast<std::size_t>(preview.width) * static_cast<std::size_t>(preview.height) * 4;
    if (fits) {
        m_image = QImage(reinterpret_cast<const uchar*>(preview.rgba.data()), preview.width, preview.height,
            preview.width * 4, QImage::Format_RGBA8888)
                      .copy();
        m_image.setDevicePixelRatio(scale);
    }
    setMinimumHeight(sizeHint().height());
    updateGeometry();
    update();
    return fits;
}

QSize PixelView::sizeHint() const
{
    return m_image.deviceIndependentSize().toSize() + QSize(2, 2);
}

void PixelView::paintEvent(QPaintEvent*)
{
    if (m_image.isNull()) {
        return;
    }
    QPainter painter(this);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const QSizeF size = m_image.deviceIndependentSize();
    const double shrink = std::min(1.0, (width() - 2) / size.width());
    const QRectF target(1, 1, size.width() * shrink, size.height() * shrink);
    painter.fillRect(target, Qt::white); // pages and plots are made for paper, in the dark theme as well
    painter.drawImage(target, m_image);
    painter.setPen(colorOf(Role::Border));
    painter.drawRect(target.adjusted(-0.5, -0.5, 0.5, 0.5));
}

} // namespace cs::ui
