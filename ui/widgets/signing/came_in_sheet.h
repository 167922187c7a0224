// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/service.h"
#include "ui/widgets/sheet.h"

#include <set>

class QVBoxLayout;

namespace cs::ui {

/// A signature lost a race about the same subject: which entries came in since what was looked at, who signed them, and
/// whether to look again. What concerns the subject stands first. Nothing is signed from here.
class CameInSheet final : public Sheet {
    Q_OBJECT
public:
    /// What an error of code changedCode says.
    struct Span {
        EntryIndex from = -1, to = -1; ///< first and last
        std::set<EntryIndex> concerned;
    };
    static bool isAbout(const Error& error);
    static Span spanOf(const Error& error);

    /// @param keptWords something was typed, and stays
    CameInSheet(WorkspaceService& service, const Span& span, bool keptWords, QWidget* parent);
    /// What is another than when it was looked at, one sentence; empty hides it.
    void setChange(const QString& sentence);

Q_SIGNALS:
    /// The reader wants to see it as it is now. "Do not sign" is rejected().
    void lookAgain();

private:
    void read();
    void build();
    void addRows(QVBoxLayout* column) const;
    QWidget* makeRow(const query::EntryRow& row) const;

    WorkspaceService& m_service;
    Span m_span;
    bool m_keptWords;
    QString m_change;
    std::optional<Result<std::vector<query::EntryRow>>> m_rows; ///< nothing while they are read
};

} // namespace cs::ui
