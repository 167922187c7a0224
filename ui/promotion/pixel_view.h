// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/views.h"

#include <QImage>
#include <QWidget>

namespace cs::ui {

/// An image or a page of a document as the reader rasterised it, never larger than it came, on a plain ground.
class PixelView final : public QWidget {
    Q_OBJECT
public:
    explicit PixelView(QWidget* parent = nullptr);
    /// @returns false if the pixels do not fit their size; nothing is shown then.
    bool setPixels(const query::PreviewResult& preview, double scale);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QImage m_image;
};

} // namespace cs::ui
