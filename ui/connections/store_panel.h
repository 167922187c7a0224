// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/service.h"

#include <QWidget>

namespace cs::ui {

class Banner;

/// The server that keeps this workspace, where one does: is it reached, does it hold what was verified here, and what
/// would stand in this desk's way. Hidden for a workspace file.
class StorePanel final : public QWidget {
    Q_OBJECT
public:
    /// @param service must outlive the panel.
    explicit StorePanel(WorkspaceService& service, QWidget* parent = nullptr);
    void setHead(const query::HeadView& head);
    /// Opens the sheet with everything that was examined.
    void examine();
    bool isServer() const { return m_head.link != query::HeadView::Link::Local; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    WorkspaceService& m_service;
    Banner* m_banner;
    query::HeadView m_head;
};

} // namespace cs::ui
