// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/theme/icons.h"

#include "ui/widgets/theme/theme.h"

#include <QFile>
#include <QGuiApplication>
#include <QHash>
#include <QIconEngine>
#include <QPaintDevice>
#include <QPainter>
#include <QSvgRenderer>

#include <algorithm>
#include <array>
#include <cmath>

namespace cs::ui {

namespace {

constexpr std::array mirroredNames{"chevron-next", "arrow-next", "rollback", "undo", "redo", "withdraw", "external"};

struct IconKey {
    QString name;
    QRgb color;
    int devicePixels;
    int side;
    bool mirrored;
    bool operator==(const IconKey&) const = default;
};

size_t qHash(const IconKey& key, size_t seed = 0)
{
    return qHashMulti(seed, key.name, key.color, key.devicePixels, key.side, key.mirrored);
}

QByteArray svgBytes(const QString& name)
{
    static QHash<QString, QByteArray> cache;
    auto found = cache.constFind(name);
    if (found == cache.constEnd()) {
        QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
        found = cache.insert(name, file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray());
    }
    return *found;
}

QImage renderIcon(const IconKey& key)
{
    QImage image(key.devicePixels, key.devicePixels, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QByteArray bytes = svgBytes(key.name);
    if (bytes.isEmpty()) {
        return image;
    }
    const QByteArray color = QColor::fromRgb(key.color).name().toLatin1() + '"';
    const QByteArray width = "stroke-width=\"" + QByteArray::number(strokeWidthFor(key.side)) + '"';
    bytes.replace(QByteArrayLiteral("#000\""), color);
    bytes.replace(QByteArrayLiteral("stroke-width=\"1.5\""), width);
    QSvgRenderer renderer(bytes);
    QPainter painter(&image);
    renderer.render(&painter, QRectF(0, 0, key.devicePixels, key.devicePixels));
    painter.end();
    return key.mirrored ? image.mirrored(true, false) : image;
}

QPixmap cachedPixmap(const QString& name, QRgb color, int side, int devicePixels)
{
    static QHash<IconKey, QPixmap> cache;
    const bool mirror = QGuiApplication::layoutDirection() == Qt::RightToLeft && isMirrored(name);
    const IconKey key{name, color, devicePixels, side, mirror};
    auto found = cache.constFind(key);
    if (found == cache.constEnd()) {
        if (cache.size() > 2000) {
            cache.clear(); // a session that walks through all sizes and themes stays small
        }
        found = cache.insert(key, QPixmap::fromImage(renderIcon(key)));
    }
    return *found;
}

class TintedEngine final : public QIconEngine {
public:
    TintedEngine(QString name, Role role)
        : m_name(std::move(name))
        , m_role(role)
    {
    }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override
    {
        paintIcon(painter, rect, m_name, roleFor(mode));
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }

    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        const int devicePixels = std::min(size.width(), size.height());
        const int side = static_cast<int>(std::lround(devicePixels / scale));
        return cachedPixmap(m_name, colorOf(roleFor(mode)).rgb(), side, devicePixels);
    }

    QIconEngine* clone() const override { return new TintedEngine(m_name, m_role); }
    QString key() const override { return QStringLiteral("CsTinted"); }
    QString iconName() override { return m_name; }
    bool isNull() override { return svgBytes(m_name).isEmpty(); }

private:
    Role roleFor(QIcon::Mode mode) const { return mode == QIcon::Disabled ? Role::Disabled : m_role; }

    QString m_name;
    Role m_role;
};

} // namespace

QIcon icon(const QString& name, Role role)
{
    return QIcon(new TintedEngine(name, role));
}

void paintIcon(QPainter* painter, const QRect& rect, const QString& name, Role role)
{
    const int side = std::min(rect.width(), rect.height());
    if (side <= 0) {
        return;
    }
    const qreal ratio = painter->device() != nullptr ? painter->device()->devicePixelRatioF() : 1.0;
    QRect square(0, 0, side, side);
    square.moveCenter(rect.center());
    painter->drawPixmap(square.topLeft(), iconPixmap(name, role, side, ratio));
}

QPixmap iconPixmap(const QString& name, Role role, int side, qreal devicePixelRatio)
{
    const int devicePixels = static_cast<int>(std::lround(side * devicePixelRatio));
    QPixmap pixmap = cachedPixmap(name, colorOf(role).rgb(), side, devicePixels);
    pixmap.setDevicePixelRatio(devicePixelRatio);
    return pixmap;
}

bool isMirrored(const QString& name)
{
    return std::any_of(mirroredNames.begin(), mirroredNames.end(),
        [&name](const char* other) { return name == QLatin1String(other); });
}

double strokeWidthFor(int side)
{
    if (side >= 24) {
        return 1.5;
    }
    return side >= 20 ? 1.65 : 1.9;
}

} // namespace cs::ui
