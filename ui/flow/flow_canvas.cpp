// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/flow/flow_canvas.h"

#include "ui/flow/drag_note.h"
#include "ui/flow/flow_words.h"
#include "ui/widgets/words.h"

#include <QApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace cs::ui {

namespace {

constexpr double zoomStep = 1.15, fitMin = 0.75, fitWhole = 0.92;
constexpr int around = 24; // room that stays about what is current

struct Words {
    Q_DECLARE_TR_FUNCTIONS(cs::ui::FlowCanvas)
};

} // namespace

FlowCanvas::FlowCanvas(FlowScene& scene, QWidget* parent)
    : QGraphicsView(parent)
    , m_scene(scene)
    , m_note(new DragNote(viewport()))
{
    setObjectName(QStringLiteral("flowCanvas"));
    setFrameShape(QFrame::NoFrame);
    setScene(&scene);
    setMouseTracking(true);
    viewport()->setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    setTransformationAnchor(QGraphicsView::AnchorUnderMouse);
    setViewportUpdateMode(QGraphicsView::SmartViewportUpdate);
    setRenderHint(QPainter::Antialiasing);
    setRenderHint(QPainter::SmoothPixmapTransform);
    connect(&scene, &FlowScene::rebuilt, this, [this] {
        endDrag(false);
        if (m_autoFit) {
            fitWidth();
        }
    });
}

double FlowCanvas::zoom() const
{
    return transform().m11();
}

void FlowCanvas::setZoom(double factor)
{
    const double wanted = std::clamp(factor, zoomMin, zoomMax);
    m_autoFit = false;
    if (wanted == zoom()) {
        return;
    }
    setTransform(QTransform::fromScale(wanted, wanted));
    Q_EMIT zoomChanged(wanted);
}

void FlowCanvas::fitWidth()
{
    // Always beside the scroll bar: a zoom that hangs on whether it shows would make it come and go for ever.
    const double room = width() - verticalScrollBar()->sizeHint().width();
    const double wide = room / std::max(1.0, sceneRect().width());
    // All of it where that costs little; else its width, and the rest by scrolling.
    const double whole = std::min(wide, height() / std::max(1.0, sceneRect().height()));
    setZoom(std::clamp(whole >= fitWhole * wide ? whole : wide, fitMin, 1.0));
    m_autoFit = true;
}

void FlowCanvas::fitAll()
{
    const QRectF whole = sceneRect();
    if (whole.isEmpty()) {
        return;
    }
    setZoom(std::min(viewport()->width() / whole.width(), viewport()->height() / whole.height()));
}

QString FlowCanvas::dragNote() const
{
    return m_note->isVisibleTo(viewport()) ? m_note->sentence() : QString();
}

void FlowCanvas::resizeEvent(QResizeEvent* event)
{
    QGraphicsView::resizeEvent(event);
    if (m_autoFit) {
        fitWidth();
    }
    if (m_scene.current() != nullptr && hasFocus()) {
        ensureVisible(m_scene.current()->rect, around, around); // a panel beside it has come or gone
    }
}

void FlowCanvas::moveTo(const FlowStation* station)
{
    if (station == nullptr) {
        return;
    }
    m_scene.setCurrent(station->id);
    ensureVisible(station->rect, around, around);
}

bool FlowCanvas::moveKey(int key)
{
    const auto& stations = m_scene.plan().stations;
    if (stations.empty()) {
        return false;
    }
    switch (key) {
    case Qt::Key_Home:
        moveTo(&stations.front());
        return true;
    case Qt::Key_End:
        moveTo(&stations.back());
        return true;
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
        moveTo(m_scene.current() == nullptr ? &stations.front()
                                            : m_scene.plan().neighbour(*m_scene.current(), static_cast<Qt::Key>(key)));
        return true;
    default:
        return false;
    }
}

bool FlowCanvas::zoomKey(int key)
{
    switch (key) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        setZoom(zoom() * zoomStep);
        return true;
    case Qt::Key_Minus:
        setZoom(zoom() / zoomStep);
        return true;
    case Qt::Key_0:
        setZoom(1);
        return true;
    case Qt::Key_F:
        fitAll();
        return true;
    default:
        return false;
    }
}

void FlowCanvas::keyPressEvent(QKeyEvent* event)
{
    if (m_hand == Hand::Dragging) {
        if (event->key() == Qt::Key_Escape) {
            endDrag(false);
        }
        event->accept();
        return;
    }
    if (!(event->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier))) {
        if (moveKey(event->key()) || zoomKey(event->key())) {
            return;
        }
        const FlowStation* station = m_scene.current();
        if (station != nullptr && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
            Q_EMIT opened(station->id);
            return;
        }
        if (station != nullptr && event->key() == Qt::Key_G) {
            Q_EMIT gateAheadAsked(station->id);
            return;
        }
        if (event->key() == Qt::Key_P) {
            Q_EMIT proposeAsked(m_scene.versionOf(station), QString());
            return;
        }
        if (station != nullptr && event->key() == Qt::Key_Menu) {
            Q_EMIT menuAsked(station->id, mapToGlobal(mapFromScene(station->rect.center())));
            return;
        }
    }
    QWidget::keyPressEvent(event); // the base would scroll
}

void FlowCanvas::wheelEvent(QWheelEvent* event)
{
    if (event->modifiers() & Qt::ControlModifier) {
        constexpr double notch = 120;
        setZoom(zoom() * std::pow(zoomStep, event->angleDelta().y() / notch));
        event->accept();
        return;
    }
    QGraphicsView::wheelEvent(event);
}

void FlowCanvas::mousePressEvent(QMouseEvent* event)
{
    m_pressed = m_at = event->pos();
    const FlowStation* station = m_scene.plan().at(mapToScene(event->pos()));
    m_pressedStation = station == nullptr ? QString() : station->id;
    const bool pan = event->button() == Qt::MiddleButton || station == nullptr;
    m_hand = pan ? Hand::Panning : event->button() == Qt::LeftButton ? Hand::Pressed : Hand::Idle;
    if (station != nullptr) {
        m_scene.setCurrent(station->id);
    }
    if (pan) {
        viewport()->setCursor(Qt::ClosedHandCursor);
    }
    setFocus(Qt::MouseFocusReason);
    event->accept();
}

void FlowCanvas::mouseMoveEvent(QMouseEvent* event)
{
    const QPoint step = event->pos() - m_at;
    m_at = event->pos();
    if (m_hand == Hand::Panning) {
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - (isRightToLeft() ? -step.x() : step.x()));
        verticalScrollBar()->setValue(verticalScrollBar()->value() - step.y());
        return;
    }
    if (m_hand == Hand::Pressed && (event->pos() - m_pressed).manhattanLength() >= QApplication::startDragDistance()) {
        beginDrag();
    }
    if (m_hand == Hand::Dragging) {
        dragTo(event->pos());
        return;
    }
    const FlowStation* station = m_scene.plan().at(mapToScene(event->pos()));
    m_scene.setHovered(station == nullptr ? QString() : station->id);
    viewport()->setCursor(station == nullptr ? Qt::ArrowCursor : Qt::PointingHandCursor);
}

void FlowCanvas::mouseReleaseEvent(QMouseEvent* event)
{
    const Hand hand = std::exchange(m_hand, Hand::Idle);
    viewport()->setCursor(Qt::ArrowCursor);
    if (hand == Hand::Dragging) {
        m_hand = hand;
        dragTo(event->pos());
        endDrag(true);
        return;
    }
    const FlowStation* station = m_scene.plan().at(mapToScene(event->pos()));
    const bool click = hand == Hand::Pressed && station != nullptr && station->id == m_pressedStation;
    if (click && station->kind != FlowStation::Kind::Card) {
        Q_EMIT opened(station->id);
    }
}

void FlowCanvas::mouseDoubleClickEvent(QMouseEvent* event)
{
    const FlowStation* station = m_scene.plan().at(mapToScene(event->pos()));
    if (station != nullptr && station->kind == FlowStation::Kind::Card) {
        Q_EMIT opened(station->id);
    }
}

void FlowCanvas::contextMenuEvent(QContextMenuEvent* event)
{
    const FlowStation* station = m_scene.plan().at(mapToScene(event->pos()));
    if (station != nullptr) {
        m_scene.setCurrent(station->id);
        Q_EMIT menuAsked(station->id, event->globalPos());
    }
}

void FlowCanvas::focusInEvent(QFocusEvent* event)
{
    QGraphicsView::focusInEvent(event);
    if (m_scene.current() == nullptr && event->reason() != Qt::MouseFocusReason && !m_scene.plan().stations.empty()) {
        m_scene.setCurrent(m_scene.firstOfMine().id);
    }
    m_scene.setFocused(true);
}

void FlowCanvas::focusOutEvent(QFocusEvent* event)
{
    QGraphicsView::focusOutEvent(event);
    endDrag(false);
    m_scene.setFocused(false);
}

void FlowCanvas::leaveEvent(QEvent* event)
{
    m_scene.setHovered({});
    QGraphicsView::leaveEvent(event);
}

bool FlowCanvas::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const FlowStation* station = m_scene.plan().at(mapToScene(help->pos()));
        if (station == nullptr) {
            QToolTip::hideText();
        } else {
            // Escaped: names in it were written by others, and a tool tip would read markup.
            QToolTip::showText(help->globalPos(),
                QStringLiteral("<p>%1</p>").arg(m_scene.explain(*station).toHtmlEscaped()), viewport());
        }
        return true;
    }
    return QGraphicsView::viewportEvent(event);
}

void FlowCanvas::beginDrag()
{
    const FlowStation* station = m_scene.plan().find(m_pressedStation);
    m_dragged = m_scene.versionOf(station);
    if (!m_dragged.isValid()) {
        m_hand = Hand::Panning;
        return;
    }
    m_hand = Hand::Dragging;
    m_proposals.reset();
    m_scene.startDrag({});
    m_note->show();
    viewport()->setCursor(Qt::ClosedHandCursor);
    Q_EMIT dragStarted(m_dragged);
}

void FlowCanvas::setProposals(const query::ProposalView& proposals)
{
    if (m_hand != Hand::Dragging || proposals.version != m_dragged) {
        return;
    }
    m_proposals = proposals;
    QHash<QString, FlowLook::Drop> drops;
    const query::FlowView& view = m_scene.look().view;
    const auto judge = [&](const QString& target) {
        QString reason;
        const auto* option = optionFor(view, proposals, target, &reason);
        drops.insert(
            target, option != nullptr && option->state.on() ? FlowLook::Drop::Allowed : FlowLook::Drop::Refused);
    };
    for (const FlowPlan::Gate& gate : m_scene.plan().gates) {
        judge(QStringLiteral("gate:") % qs(view.gates[static_cast<std::size_t>(gate.index)].transition));
    }
    for (const query::FlowStage& stage : view.stages) {
        judge(QStringLiteral("stage:") % qs(stage.id));
    }
    m_scene.startDrag(drops);
    dragTo(m_at);
}

void FlowCanvas::dragTo(const QPoint& at)
{
    m_at = at;
    m_scene.setUnderDrag(m_scene.dropTarget(mapToScene(at)));
    showNote();
    m_note->follow(at);
}

void FlowCanvas::showNote()
{
    const FlowStation* station = m_scene.plan().find(m_pressedStation);
    const query::FlowCard* card = m_scene.cardOf(station);
    const QString name = card == nullptr ? QString() : FlowWords::cardName(*card);
    const QString target = m_scene.look().underDrag;
    const bool home = card != nullptr && target == QStringLiteral("stage:") % qs(card->stage);
    if (target.isEmpty() || home) {
        m_note->setNote(name, {}, false, false);
        return;
    }
    if (!m_proposals) {
        m_note->setNote(name, Words::tr("The gates are being asked."), false, false);
        return;
    }
    QString reason;
    const auto* option = optionFor(m_scene.look().view, *m_proposals, target, &reason);
    const bool allowed = option != nullptr && option->state.on();
    m_note->setNote(name,
        allowed ? Words::tr("Propose %1. Nothing is signed before you say so.").arg(cleanName(qs(option->title), 80))
                : reason,
        allowed, !allowed);
}

void FlowCanvas::endDrag(bool drop)
{
    if (m_hand != Hand::Dragging) {
        return;
    }
    m_hand = Hand::Idle;
    const QString target = m_scene.look().underDrag;
    const query::FlowCard* card = m_scene.cardOf(m_scene.plan().find(m_pressedStation));
    const bool home = card != nullptr && target == QStringLiteral("stage:") % qs(card->stage);
    QString reason = Words::tr("The gates have not answered yet. Nothing was proposed.");
    const query::ProposalOption* option =
        m_proposals ? optionFor(m_scene.look().view, *m_proposals, target, &reason) : nullptr;
    const QString transition = option != nullptr && option->state.on() ? qs(option->transition) : QString();
    m_note->hide();
    m_scene.stopDrag();
    viewport()->setCursor(Qt::ArrowCursor);
    if (!drop || target.isEmpty() || home) {
        return;
    }
    if (!transition.isEmpty()) {
        Q_EMIT proposeAsked(m_dragged, transition);
    } else {
        Q_EMIT dropRefused(reason);
    }
}

/// A gate takes the transition that it belongs to, or another one of this version into the same stage: an archived
/// version goes back through the gate to staging.
const query::ProposalOption* FlowCanvas::optionFor(
    const query::FlowView& view, const query::ProposalView& proposals, const QString& target, QString* reason)
{
    const std::string id = utf8(target.mid(target.indexOf(QLatin1Char(':')) + 1));
    std::string to = id;
    if (target.startsWith(QLatin1String("gate:"))) {
        const auto gate = std::find_if(
            view.gates.begin(), view.gates.end(), [&](const auto& other) { return other.transition == id; });
        to = gate == view.gates.end() ? std::string() : gate->to;
    }
    const query::ProposalOption* best = nullptr;
    for (const query::ProposalOption& option : proposals.options) {
        const bool named = option.transition == id;
        if (!named && option.to != to) {
            continue;
        }
        if (best == nullptr || (option.here && !best->here) || (option.state.on() && !best->state.on())) {
            best = &option;
        }
    }
    *reason = best == nullptr ? Words::tr("No gate leads there. A rollback or a supersession does.")
                              : cleanName(qs(best->state.offReason), 400);
    return best;
}

} // namespace cs::ui
