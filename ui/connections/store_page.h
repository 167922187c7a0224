// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/service.h"

#include <QWidget>

class QVBoxLayout;

namespace cs::ui {

class Button;
class FactList;
class HeadsPanel;
class Label;
class Prompter;

/// The server that keeps this workspace: how it stands with it, who is connected, how large it is, and what this desk's
/// own copy could give back. Asks when it is shown or told to, never by itself.
class StorePage final : public QWidget {
    Q_OBJECT
public:
    /// Both must outlive the page.
    StorePage(WorkspaceService& service, const Clock& clock, Prompter& prompter, QWidget* parent = nullptr);
    /// What is known without asking.
    void setHead(const query::HeadView& head);
    /// Asks the server once.
    void look();

Q_SIGNALS:
    void examineAsked();
    void handbookAsked();
    void noticed(const QString& words);

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    FactList* addSection(QVBoxLayout* column, Label*& title);
    void retranslate();
    void refresh();
    void showConnection();
    void showVisitors();
    void showSizes();
    void showCopy();

    WorkspaceService& m_service;
    const Clock& m_clock;
    query::HeadView m_head;
    std::optional<query::StoreOverview> m_overview;
    QString m_failure;
    Label *m_connectionTitle = nullptr, *m_visitorsTitle = nullptr, *m_sizesTitle = nullptr, *m_copyTitle = nullptr;
    FactList *m_connection = nullptr, *m_visitors = nullptr, *m_sizes = nullptr, *m_copy = nullptr;
    Label *m_hint, *m_looked;
    Button *m_look, *m_examine, *m_handbook;
    HeadsPanel* m_others;
    bool m_busy = false;
    quint64 m_heads = 0; ///< heads that were told; an answer that is older than the last one shows no head
};

} // namespace cs::ui
