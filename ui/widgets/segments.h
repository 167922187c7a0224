// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

class QAbstractButton;
class QHBoxLayout;

namespace cs::ui {

/// Two to four views of one thing, one of them current. Arrow keys move between them.
class Segments final : public QWidget {
    Q_OBJECT
public:
    explicit Segments(QWidget* parent = nullptr);

    /// Adds a segment; the first one becomes current. With an icon and no text, @p name is what screen
    /// readers say.
    void addSegment(const QString& id, const QString& text, const QString& icon = {}, const QString& name = {});
    void setText(const QString& id, const QString& text);
    QString current() const;
    void setCurrent(const QString& id);

Q_SIGNALS:
    void currentChanged(const QString& id);

private:
    class Part;
    QHBoxLayout* m_row;
    QList<Part*> m_parts;
};

} // namespace cs::ui
