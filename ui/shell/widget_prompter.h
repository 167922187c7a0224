// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/prompter.h"

namespace cs::ui {

/// Asks with real dialogs: confirmations are sheets, files are chosen in the platform's dialog.
class WidgetPrompter final : public Prompter {
public:
    void confirm(QWidget* parent, const Confirmation& question, std::function<void(bool)> done) override;
    void tell(QWidget* parent, const QString& title, const QString& text, std::function<void()> done) override;
    void chooseOpenFile(
        QWidget* parent, const QString& title, const QStringList& filters, std::function<void(QString)> done) override;
    void chooseFolder(QWidget* parent, const QString& title, std::function<void(QString)> done) override;
    void chooseSaveFile(QWidget* parent, const QString& title, const QString& proposedName, const QStringList& filters,
        std::function<void(QString)> done) override;
};

} // namespace cs::ui
