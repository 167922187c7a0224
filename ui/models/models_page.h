// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/service.h"
#include "ui/widgets/page.h"

class QStackedWidget;
class QTimer;

namespace cs::ui {

class Prompter;
class VersionList;
class VersionView;

/// Models and versions. open("v14") shows the page of that version, open("m3") the versions of that model,
/// open("filter:stage:canary") a filter.
class ModelsPage final : public Page {
    Q_OBJECT
public:
    /// All three must outlive the page.
    ModelsPage(WorkspaceService& service, const Clock& clock, Prompter& prompter, QWidget* parent = nullptr);
    ~ModelsPage() override;

    QByteArray navigationId() const override { return "models"; }
    QString title() const override { return tr("Models"); }
    QString iconName() const override { return QStringLiteral("models"); }
    std::vector<Command> commands() override;
    void open(const QString& target) override;
    std::vector<Destination> destinations(const QString& typed) const override;
    QByteArray saveState() const override;
    void restoreState(const QByteArray& state) override;
    /// For tests: the wait in which a sheet takes no key.
    void setGuardMs(int ms);

Q_SIGNALS:
    /// The list or the page shows what the workspace says.
    void loaded();

private:
    void connectParts();
    void readHead();
    void showVersion(qint64 id);
    void showList();
    void propose();
    void showInFlow();
    void updateCommands();

    WorkspaceService& m_service;
    VersionList* m_list;
    VersionView* m_version;
    QStackedWidget* m_stack;
    QTimer* m_later;
};

} // namespace cs::ui
