// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/service.h"
#include "ui/widgets/sheet.h"

class QPlainTextEdit;

namespace cs::ui {

class Label;

/// Takes the text of a proof that came in a message: what "Copy as text" gave at the other desk.
class PasteProofSheet final : public Sheet {
    Q_OBJECT
public:
    /// @param service must outlive the sheet.
    PasteProofSheet(WorkspaceService& service, QWidget* parent);

Q_SIGNALS:
    /// It is a proof. The sheet has closed itself.
    void read(const cs::query::ProofView& proof, const QString& text);

private:
    void check();
    void onRead();

    WorkspaceService& m_service;
    QPlainTextEdit* m_text;
    Label* m_fault;
    Button* m_verb;
    bool m_busy = false;
};

} // namespace cs::ui
