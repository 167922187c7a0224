// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/flow/flow_accessible.h"

#include "ui/flow/flow_canvas.h"

#include <QAccessibleWidget>
#include <QMap>

namespace cs::ui {

namespace {

/// One station, by its id: it outlives a rebuilt picture and answers nothing once it is gone from it.
class StationAccessible final : public QAccessibleInterface {
public:
    StationAccessible(FlowCanvas* canvas, QString id)
        : m_canvas(canvas)
        , m_id(std::move(id))
    {
    }
    bool isValid() const override { return !m_canvas.isNull() && station() != nullptr; }
    QObject* object() const override { return nullptr; }
    QWindow* window() const override { return m_canvas ? m_canvas->window()->windowHandle() : nullptr; }
    QAccessibleInterface* parent() const override { return QAccessible::queryAccessibleInterface(m_canvas); }
    QAccessibleInterface* child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Name && isValid() ? m_canvas->picture().explain(*station()) : QString();
    }
    void setText(QAccessible::Text, const QString&) override { }
    QRect rect() const override
    {
        if (!isValid()) {
            return {};
        }
        const QRect inside = m_canvas->mapFromScene(station()->rect).boundingRect();
        return {m_canvas->viewport()->mapToGlobal(inside.topLeft()), inside.size()};
    }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.focusable = state.selectable = true;
        if (isValid() && m_canvas->picture().look().current == m_id) {
            state.selected = true;
            state.focused = m_canvas->hasFocus();
        }
        return state;
    }

private:
    const FlowStation* station() const { return m_canvas->picture().plan().find(m_id); }
    QPointer<FlowCanvas> m_canvas;
    QString m_id;
};

class CanvasAccessible final : public QAccessibleWidget {
public:
    explicit CanvasAccessible(FlowCanvas* canvas)
        : QAccessibleWidget(canvas, QAccessible::List)
        , m_canvas(canvas)
    {
        QObject::connect(&canvas->picture(), &FlowScene::rebuilt, canvas, [this] { forget(); });
        QObject::connect(&canvas->picture(), &FlowScene::currentChanged, canvas, [this](const QString&) { tell(); });
    }
    ~CanvasAccessible() override { forget(); }
    int childCount() const override { return static_cast<int>(stations().size()); }
    QAccessibleInterface* child(int index) const override
    {
        if (index < 0 || index >= childCount()) {
            return nullptr;
        }
        auto found = m_children.constFind(index);
        if (found == m_children.constEnd()) {
            auto* made = new StationAccessible(m_canvas, stations()[static_cast<std::size_t>(index)].id);
            found = m_children.insert(index, QAccessible::registerAccessibleInterface(made));
        }
        return QAccessible::accessibleInterface(*found);
    }
    int indexOfChild(const QAccessibleInterface* wanted) const override
    {
        for (auto child = m_children.constBegin(); child != m_children.constEnd(); ++child) {
            if (QAccessible::accessibleInterface(child.value()) == wanted) {
                return child.key();
            }
        }
        return -1;
    }
    QAccessibleInterface* focusChild() const override
    {
        const auto& all = stations();
        for (std::size_t n = 0; n < all.size(); ++n) {
            if (all[n].id == m_canvas->picture().look().current) {
                return child(static_cast<int>(n));
            }
        }
        return nullptr;
    }

private:
    const std::vector<FlowStation>& stations() const { return m_canvas->picture().plan().stations; }
    void forget()
    {
        for (const QAccessible::Id id : std::as_const(m_children)) {
            QAccessible::deleteAccessibleInterface(id);
        }
        m_children.clear();
    }
    void tell()
    {
        if (QAccessibleInterface* now = focusChild(); now != nullptr && QAccessible::isActive()) {
            QAccessibleEvent event(m_canvas, QAccessible::Focus);
            event.setChild(indexOfChild(now));
            QAccessible::updateAccessibility(&event);
        }
    }
    FlowCanvas* m_canvas;
    mutable QMap<int, QAccessible::Id> m_children;
};

QAccessibleInterface* makeAccessible(const QString&, QObject* object)
{
    auto* canvas = qobject_cast<FlowCanvas*>(object);
    return canvas == nullptr ? nullptr : new CanvasAccessible(canvas);
}

} // namespace

void installFlowAccessibility()
{
    static const bool once = [] {
        QAccessible::installFactory(makeAccessible);
        return true;
    }();
    Q_UNUSED(once)
}

} // namespace cs::ui
