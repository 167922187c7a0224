// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/registry_views.h"

#include <QWidget>

class QVBoxLayout;

namespace cs::ui {

class Banner;
class Button;
class FactList;
class Label;
class OffReason;
class PanelHead;
class ProgressRow;

/// One registry: what it is set to, how the last run ended, and what is out of governance.
class RegistryPane final : public QWidget {
    Q_OBJECT
public:
    RegistryPane(const Clock& clock, QWidget* parent = nullptr);

    void setRegistry(const query::RegistryRow& row, const query::ConnectionsView& view);
    void setProgress(const query::SyncProgress& progress);
    RegistryId registry() const { return m_id; }

Q_SIGNALS:
    void syncAsked(bool repair);
    void cancelAsked();
    void changeAsked();
    void removeAsked();
    void entryAsked(qint64 entry);
    /// To let this console synchronise: where the next step is.
    void setUpAsked(const QString& target);

private:
    void build();
    void showBanner(const query::RegistryRow& row, const query::ConnectionsView& view);
    void showFacts(const query::RegistryRow& row, const query::ConnectionsView& view);
    void showFindings(const query::RegistryRow& row);
    void showSetUp(const query::ConnectionsView& view);

    const Clock& m_clock;
    RegistryId m_id;
    PanelHead* m_head;
    Banner* m_banner;
    ProgressRow* m_progress;
    FactList* m_facts;
    QWidget* m_findings;
    QVBoxLayout* m_findingRows;
    Button *m_sync, *m_change, *m_repair, *m_remove;
    Label* m_missing;
    Button* m_setUp;
    QString m_setUpTarget;
    OffReason* m_editOff;
};

} // namespace cs::ui
