// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/widget_prompter.h"

#include "ui/widgets/label.h"
#include "ui/widgets/sheet.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QLineEdit>
#include <QVBoxLayout>

namespace cs::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(WidgetPrompter)
};

constexpr int confirmWidth = 420;

Sheet* newSheet(QWidget* parent, const QString& title, const QString& text, QVBoxLayout*& column)
{
    auto* sheet = new Sheet(parent);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->setSheetWidth(confirmWidth);
    sheet->setTitle(title);
    auto* body = new QWidget;
    column = new QVBoxLayout(body);
    auto* words = new Label(text, Type::Body, Role::Muted);
    words->setWordWrap(true);
    column->addWidget(words);
    sheet->setBody(body);
    return sheet;
}

void chooseFile(QWidget* parent, QFileDialog::AcceptMode mode, const QString& title, const QString& name,
    const QStringList& filters, std::function<void(QString)> done)
{
    auto* dialog = new QFileDialog(parent, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(mode);
    dialog->setFileMode(mode == QFileDialog::AcceptOpen ? QFileDialog::ExistingFile : QFileDialog::AnyFile);
    dialog->setNameFilters(filters);
    dialog->selectFile(name);
    QObject::connect(dialog, &QDialog::finished, parent, [dialog, done](int result) {
        done(result == QDialog::Accepted ? dialog->selectedFiles().value(0) : QString());
    });
    dialog->open();
}

} // namespace

void WidgetPrompter::confirm(QWidget* parent, const Confirmation& question, std::function<void(bool)> done)
{
    QVBoxLayout* column = nullptr;
    Sheet* sheet = newSheet(parent, question.title, question.consequence, column);
    sheet->setObjectName(QStringLiteral("confirmSheet"));
    Button* cancel = sheet->addFootButton(Button::Kind::Outlined, Words::tr("Cancel"));
    cancel->setObjectName(QStringLiteral("confirmCancel"));
    const auto kind = question.destructive ? Button::Kind::DestructiveFilled : Button::Kind::Primary;
    Button* act = sheet->addFootButton(kind, question.verb, question.icon);
    act->setObjectName(QStringLiteral("confirmAct"));
    if (!question.typeToConfirm.isEmpty()) {
        const QString ask = Words::tr("Type “%1” to go on.").arg(question.typeToConfirm);
        auto* field = new QLineEdit;
        field->setObjectName(QStringLiteral("confirmTyped"));
        field->setAccessibleName(ask);
        column->addWidget(new Label(ask, Type::Small, Role::Muted));
        column->addWidget(field);
        act->setOffReason(ask);
        QObject::connect(
            field, &QLineEdit::textChanged, act, [act, ask, wanted = question.typeToConfirm](const QString& text) {
                act->setOffReason(text == wanted ? QString() : ask);
            });
    }
    QObject::connect(cancel, &Button::triggered, sheet, &QDialog::reject);
    QObject::connect(act, &Button::triggered, sheet, &QDialog::accept);
    QObject::connect(sheet, &QDialog::finished, parent, [done](int result) { done(result == QDialog::Accepted); });
    sheet->open();
    cancel->setFocus(Qt::TabFocusReason);
}

void WidgetPrompter::tell(QWidget* parent, const QString& title, const QString& text, std::function<void()> done)
{
    QVBoxLayout* column = nullptr;
    Sheet* sheet = newSheet(parent, title, text, column);
    sheet->setObjectName(QStringLiteral("tellSheet"));
    Button* close = sheet->addFootButton(Button::Kind::Outlined, Words::tr("Close"));
    close->setObjectName(QStringLiteral("tellClose"));
    QObject::connect(close, &Button::triggered, sheet, &QDialog::accept);
    QObject::connect(sheet, &QDialog::finished, parent, [done](int) { done(); });
    sheet->open();
    close->setFocus(Qt::TabFocusReason);
}

void WidgetPrompter::chooseOpenFile(
    QWidget* parent, const QString& title, const QStringList& filters, std::function<void(QString)> done)
{
    chooseFile(parent, QFileDialog::AcceptOpen, title, {}, filters, std::move(done));
}

void WidgetPrompter::chooseFolder(QWidget* parent, const QString& title, std::function<void(QString)> done)
{
    auto* dialog = new QFileDialog(parent, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    QObject::connect(dialog, &QDialog::finished, parent, [dialog, done](int result) {
        done(result == QDialog::Accepted ? dialog->selectedFiles().value(0) : QString());
    });
    dialog->open();
}

void WidgetPrompter::chooseSaveFile(QWidget* parent, const QString& title, const QString& proposedName,
    const QStringList& filters, std::function<void(QString)> done)
{
    chooseFile(parent, QFileDialog::AcceptSave, title, proposedName, filters, std::move(done));
}

} // namespace cs::ui
