// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <functional>

class QWidget;

namespace cs::ui {

/// A question with one verb. Cancel is always there, focused, and harmless.
struct Confirmation {
    QString title; ///< "Roll back property-valuation v10?"
    QString consequence; ///< one or two sentences
    QString verb; ///< "Roll back now"
    QString icon;
    bool destructive = false;
    QString typeToConfirm; ///< what has to be typed first; only for what cannot come back
};

/// Everything that asks the user in a dialog goes through here, so that tests can answer. The answers come
/// later, on the UI thread; they do not come at all if @p parent is gone.
class Prompter {
public:
    virtual ~Prompter() = default;
    /// @param done true if the verb was chosen.
    virtual void confirm(QWidget* parent, const Confirmation& question, std::function<void(bool)> done) = 0;
    /// Says something that must be read; one button "Close".
    virtual void tell(QWidget* parent, const QString& title, const QString& text, std::function<void()> done) = 0;
    /// @param done gets the path, or an empty string if the user cancelled.
    virtual void chooseOpenFile(
        QWidget* parent, const QString& title, const QStringList& filters, std::function<void(QString)> done) = 0;
    virtual void chooseFolder(QWidget* parent, const QString& title, std::function<void(QString)> done) = 0;
    virtual void chooseSaveFile(QWidget* parent, const QString& title, const QString& proposedName,
        const QStringList& filters, std::function<void(QString)> done) = 0;
};

} // namespace cs::ui
