// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/service.h"
#include "ui/flow/flow_list.h"
#include "ui/widgets/page.h"

#include <QImage>

class QSplitter;
class QStackedWidget;
class QTimer;

namespace cs::ui {

class Button;
class Face;
class FlowBar;
class FlowCanvas;
class FlowScene;
class FreezeStrip;
class GatePanel;
class HeaderBar;
class PacePanel;
class PagedModel;
class Prompter;
class TableView;

/// The stage-gate picture: stages, gates, versions on their way, and where a promotion is proposed.
/// open("v14") selects a version, open("propose:v14") opens the sheet, open("filter:TEXT") shows models of that name.
class FlowPage final : public Page {
    Q_OBJECT
public:
    /// All three must outlive the page.
    FlowPage(WorkspaceService& service, const Clock& clock, Prompter& prompter, QWidget* parent = nullptr);
    ~FlowPage() override;

    QByteArray navigationId() const override { return "flow"; }
    QString title() const override { return tr("Flow"); }
    QString iconName() const override { return QStringLiteral("flow"); }
    std::vector<Command> commands() override;
    void open(const QString& target) override;
    std::vector<Destination> destinations(const QString& typed) const override;
    QByteArray saveState() const override;
    void restoreState(const QByteArray& state) override;

    void propose(VersionId version, const QString& transition);
    void exportAs(const QString& kind);
    /// For tests: the wait in which a sheet takes no key.
    void setGuardMs(int ms) { m_guardMs = ms; }

Q_SIGNALS:
    /// The picture shows what the workspace says.
    void loaded();
    void printAsked(const QString& title, const QImage& picture);

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void connectParts();
    void connectService();
    void retranslate();
    void reload();
    void take(const Result<query::FlowView>& view);
    void showView();
    void showEmpty();
    void showWhat(const QString& what);
    void openStation(const QString& station);
    void openGate(const QString& transition); ///< with the keys in it
    bool showGate(const QString& transition);
    void openGateAhead(const QString& station, bool focus);
    void openSheet(const query::ProposalView& view, const QString& transition);
    void selectVersion(VersionId version);
    void showMenu(const QString& station, const QPoint& global);
    void showFreezes();
    void updatePrimary();
    void setFilter(const query::FlowFilter& filter);
    VersionId currentVersion() const;
    void save(const QString& name, const QStringList& filters, const QByteArray& bytes);

    WorkspaceService& m_service;
    const Clock& m_clock;
    Prompter& m_prompter;
    IdentityView m_identity;
    query::FlowView m_view;
    FlowScene* m_scene;
    FlowList m_rows;
    HeaderBar* m_header;
    Button* m_primary;
    FlowBar* m_bar;
    FlowCanvas* m_canvas;
    PagedModel* m_model;
    TableView* m_table;
    PacePanel* m_pace;
    QStackedWidget* m_parts;
    GatePanel* m_gate;
    QSplitter* m_splitter;
    FreezeStrip* m_freezes;
    Face* m_face;
    QStackedWidget* m_stack;
    QTimer* m_later;
    quint64 m_generation = 0;
    QString m_workspace;
    VersionId m_wanted; ///< to select once the picture has it
    bool m_widened = false; ///< the filter was set for it
    int m_guardMs = 700;
};

} // namespace cs::ui
