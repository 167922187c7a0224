// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/service.h"

#include <QWidget>

namespace cs::ui {

class Banner;
class Segments;

/// The server that keeps this workspace, where one does: is it reached, and does it hold what was verified here. Leads
/// to the page about it. Hidden for a workspace file.
class StorePanel final : public QWidget {
    Q_OBJECT
public:
    /// @param service must outlive the panel.
    explicit StorePanel(WorkspaceService& service, QWidget* parent = nullptr);
    void setHead(const query::HeadView& head);
    /// Opens the sheet with everything that was examined.
    void examine();
    bool isServer() const { return m_head.link != query::HeadView::Link::Local; }
    /// Of the two parts of the page, the one about the server is shown.
    void setServerShown(bool shown);

Q_SIGNALS:
    void serverAsked(bool server);

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    WorkspaceService& m_service;
    Segments* m_parts;
    Banner* m_banner;
    query::HeadView m_head;
};

} // namespace cs::ui
