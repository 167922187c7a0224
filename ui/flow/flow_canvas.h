// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/flow/flow_scene.h"

#include <QGraphicsView>
#include <QPointer>

namespace cs::ui {

class DragNote;

/// Shows the picture: zoom, pan, arrow keys, tool tips, and dragging a card onto a gate.
class FlowCanvas final : public QGraphicsView {
    Q_OBJECT
public:
    static constexpr double zoomMin = 0.4, zoomMax = 2.5;

    explicit FlowCanvas(FlowScene& scene, QWidget* parent = nullptr);

    double zoom() const;
    void setZoom(double factor);
    /// As large as the width allows, between 75 and 100 %; the rest scrolls.
    void fitWidth();
    /// The whole picture.
    void fitAll();
    FlowScene& picture() const { return m_scene; }
    QString dragNote() const; ///< what stands at the pointer while a card is dragged

    /// What the dragged card could be proposed for; asked for by dragStarted().
    void setProposals(const query::ProposalView& proposals);
    /// The option that dropping @p proposals' version on @p target ("gate:…", "stage:…") means, or null with a reason.
    static const query::ProposalOption* optionFor(
        const query::FlowView& view, const query::ProposalView& proposals, const QString& target, QString* reason);

Q_SIGNALS:
    /// Return, a double click on a card, one click on a gate or "and more".
    void opened(const QString& station);
    void proposeAsked(cs::VersionId version, const QString& transition); ///< empty: the sheet asks
    void dragStarted(cs::VersionId version);
    void dropRefused(const QString& reason);
    void zoomChanged(double zoom);
    void gateAheadAsked(const QString& station);
    void menuAsked(const QString& station, const QPoint& global);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    void moveTo(const FlowStation* station);
    bool moveKey(int key);
    bool zoomKey(int key);
    void beginDrag();
    void dragTo(const QPoint& at);
    void endDrag(bool drop);
    void showNote();

    FlowScene& m_scene;
    DragNote* m_note;
    QPoint m_pressed, m_at;
    QString m_pressedStation;
    enum class Hand { Idle, Pressed, Panning, Dragging } m_hand = Hand::Idle;
    VersionId m_dragged;
    std::optional<query::ProposalView> m_proposals;
    bool m_autoFit = true;
};

} // namespace cs::ui
