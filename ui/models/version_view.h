// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/service.h"
#include "ui/widgets/table/memory_source.h"

#include <QWidget>

class QMenu;
class QSplitter;
class QStackedWidget;
class QTabBar;

namespace cs::ui {

class AboutSource;
class Button;
class ComparePane;
class Face;
class FactList;
class HeaderBar;
class MetricsPane;
class OverviewPane;
class Prompter;
class SidePanel;
class TablePane;

/// The page of one version.
class VersionView final : public QWidget {
    Q_OBJECT
public:
    enum Tab { Overview, Metrics, Compare, Evidence, Promotions, Lineage, Entries, TabCount };

    VersionView(WorkspaceService& service, const Clock& clock, Prompter& prompter, QWidget* parent = nullptr);
    ~VersionView() override;

    void showVersion(VersionId id);
    void refresh();
    VersionId version() const { return m_id; }
    void setTab(int tab);
    void copyJson();
    /// Shows it beside the version in production.
    void compare();
    /// Opens the sheet that attaches a file.
    void attach();
    void showInFlow();
    /// The keys begin in the parts of the page.
    void focusTabs();
    /// For tests: the wait in which a sheet takes no key.
    void setGuardMs(int ms) { m_guardMs = ms; }
    /// The primary action: the open promotion, or a proposal.
    void act();
    QByteArray saveState() const;
    void restoreState(const QByteArray& state);

Q_SIGNALS:
    void loaded();
    void backAsked();
    void versionAsked(qint64 id);
    void goTo(const QByteArray& navigationId, const QString& target);
    void linkAsked();
    void noticed(const QString& icon, const QString& text);

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void connectPanes();
    void retranslate();
    void read();
    void take(const query::VersionPageView& page);
    void showHead();
    void fillLineage();
    void showMenu();
    void exportComparison();
    void entry(qint64 index) { Q_EMIT goTo("ledger", QString::number(index)); }
    void promotion(const QString& id) { Q_EMIT goTo("promotions", id); }

    WorkspaceService& m_service;
    const Clock& m_clock;
    Prompter& m_prompter;
    IdentityView m_identity;
    VersionId m_id;
    query::VersionPageView m_page;
    bool m_has = false;
    quint64 m_generation = 0;
    int m_guardMs = 700;
    HeaderBar* m_header;
    Button *m_attach, *m_more, *m_primary;
    QTabBar* m_tabs;
    QStackedWidget *m_stack, *m_outer;
    Face* m_face;
    OverviewPane* m_overview;
    MetricsPane* m_metrics;
    ComparePane* m_compare;
    MemorySource m_evidenceRows, m_promotionRows;
    AboutSource* m_entryRows;
    TablePane *m_evidence, *m_promotions, *m_entries;
    FactList* m_lineage;
    SidePanel* m_side;
    QSplitter* m_splitter;
};

} // namespace cs::ui
