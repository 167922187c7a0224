// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of the form: one kind of editor for each kind of value.
#include "ui/policy/node_form.h"
#include "ui/widgets/policy/condition_words.h"
#include "ui/widgets/policy/policy_draft.h"
#include "ui/widgets/theme/theme.h"
#include "ui/widgets/words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRegularExpression>

namespace cs::ui {
namespace {

QString text(json::Value value)
{
    return qs(std::string(value.string()));
}

bool isSeconds(const SchemaNode& node)
{
    return node.definition == QLatin1String("seconds") || node.definition == QLatin1String("positiveSeconds");
}

/// A multi-line text that says when it is left.
class TextBox final : public QPlainTextEdit {
public:
    std::function<void(const QString&)> left;

protected:
    void focusOutEvent(QFocusEvent* event) override
    {
        QPlainTextEdit::focusOutEvent(event);
        if (document()->isModified() && left) {
            document()->setModified(false);
            left(toPlainText());
        }
    }
};

/// Was it changed by hand since the last time? A field also ends when it is taken away, by an undo for example, and
/// must not write again what was just taken back.
bool isTyped(QLineEdit* line)
{
    const bool typed = line->isModified();
    line->setModified(false);
    return typed;
}

} // namespace

QWidget* NodeForm::editorFor(const std::string& pointer, const std::string& name, const SchemaNode& node)
{
    using Kind = SchemaNode::Kind;
    const json::Value value = m_draft.at(pointer);
    if (isSeconds(node)) {
        auto* field = new DurationField(value.integer().value_or(0));
        connect(field, &DurationField::edited, this,
            [this, pointer](qint64 seconds) { write(pointer, std::to_string(seconds)); });
        return field;
    }
    switch (node.kind) {
    case Kind::Bool: {
        auto* box = new QCheckBox(ConditionWords::member(name));
        box->setChecked(value.boolean().value_or(false));
        connect(box, &QCheckBox::toggled, this, [this, pointer](bool on) { write(pointer, on ? "true" : "false"); });
        return box;
    }
    case Kind::Choice:
        return choiceEditor(pointer, name, node);
    case Kind::Integer:
    case Kind::Number:
        return numberEditor(pointer, node);
    case Kind::List:
        return listEditor(pointer, name, node);
    case Kind::Text:
        return textEditor(pointer, name, node);
    default:
        break;
    }
    return jsonEditor(pointer);
}

/// Whatever has no field of its own: as JSON, one line.
QWidget* NodeForm::jsonEditor(const std::string& pointer)
{
    auto* line = new QLineEdit(qs(json::spaced(m_draft.at(pointer))));
    line->setFont(fontOf(Type::Mono));
    connect(line, &QLineEdit::editingFinished, this, [this, line, pointer] {
        if (!isTyped(line))
            return;
        if (const auto spaced = json::spaced(std::string_view(line->text().toStdString())))
            write(pointer, *spaced);
        else
            line->setText(qs(json::spaced(m_draft.at(pointer))));
    });
    return line;
}

QWidget* NodeForm::textEditor(const std::string& pointer, const std::string& name, const SchemaNode& node)
{
    const QString now = text(m_draft.at(pointer));
    const auto choices = choicesFor(name, m_draft, m_vocabulary);
    const bool open = name == "metric" || name == "signal" || name == "counter" || name == "evidenceKind";
    if (!choices.isEmpty() || open) {
        auto* box = new QComboBox;
        box->setEditable(open);
        for (const auto& choice : choices)
            box->addItem(choice.title.isEmpty() || open ? choice.id : choice.title, choice.id);
        int index = box->findData(now);
        if (index < 0 && !open) {
            box->addItem(cleanName(now), now);
            index = box->count() - 1;
        }
        box->setCurrentIndex(index);
        if (open)
            box->setEditText(now);
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        const auto take = [this, pointer, box, open] {
            const QString chosen = open ? box->currentText().trimmed() : box->currentData().toString();
            write(pointer, json::quoted(chosen.toStdString()));
        };
        connect(box, &QComboBox::activated, this, take);
        if (open)
            connect(box->lineEdit(), &QLineEdit::editingFinished, this, [box, take] {
                if (isTyped(box->lineEdit()))
                    take();
            });
        return box;
    }
    if (node.definition == QLatin1String("longText") || name == "text" || node.lengthMax > 400) {
        auto* box = new TextBox;
        box->setPlainText(now);
        box->setTabChangesFocus(true);
        box->setFixedHeight(scaled(name == "text" ? 110 : 84));
        box->left = [this, pointer](const QString& words) { write(pointer, json::quoted(words.toStdString())); };
        return box;
    }
    auto* line = new QLineEdit(now);
    if (node.lengthMax > 0)
        line->setMaxLength(node.lengthMax);
    connect(line, &QLineEdit::editingFinished, this, [this, line, pointer, name] {
        if (!isTyped(line))
            return;
        const bool there = m_draft.at(pointer).isValid();
        if (name == "title" && line->text().isEmpty()) {
            if (there)
                m_draft.erase(pointer);
        } else if (there || !line->text().isEmpty()) {
            write(pointer, json::quoted(line->text().toStdString()));
        }
    });
    return line;
}

QWidget* NodeForm::choiceEditor(const std::string& pointer, const std::string& name, const SchemaNode& node)
{
    auto* box = new QComboBox;
    for (const QString& choice : node.choices) {
        const QString words = name == "unit" ? (choice == QLatin1String("1") ? tr("ratio") : choice)
                                             : ConditionWords::choice(name, choice);
        box->addItem(words, choice);
    }
    box->setCurrentIndex(box->findData(text(m_draft.at(pointer))));
    connect(box, &QComboBox::activated, this,
        [this, pointer, box] { write(pointer, json::quoted(box->currentData().toString().toStdString())); });
    return box;
}

QWidget* NodeForm::numberEditor(const std::string& pointer, const SchemaNode& node)
{
    auto* line = new QLineEdit(qs(std::string(m_draft.at(pointer).raw())));
    line->setAlignment(Qt::AlignLeading);
    connect(line, &QLineEdit::editingFinished, this, [this, line, pointer, node] {
        if (!isTyped(line))
            return;
        // A comma is what half of Europe types; the document has points.
        const std::string typed = line->text().trimmed().replace(u',', u'.').toStdString();
        json::Document parsed;
        const bool number = parsed.parse(typed) && parsed.root().type() == json::Type::Number
            && (node.kind != SchemaNode::Kind::Integer || parsed.root().integer());
        if (number)
            write(pointer, typed);
        line->setText(qs(std::string(m_draft.at(pointer).raw())));
    });
    return line;
}

QWidget* NodeForm::listEditor(const std::string& pointer, const std::string& name, const SchemaNode& node)
{
    QStringList now;
    for (const json::Value item : m_draft.at(pointer))
        now.append(text(item));
    const SchemaNode item = PolicySchema::shipped().item(m_draft.source(), pointer);
    QList<ChoiceListField::Choice> choices = choicesFor(name, m_draft, m_vocabulary);
    for (const QString& choice : item.choices)
        choices.append({choice, ConditionWords::choice(name, choice)});
    const auto take = [this, pointer](const QStringList& chosen) {
        json::Writer out;
        out.beginArray();
        for (const QString& one : chosen)
            out.string(one.toStdString());
        out.endArray();
        write(pointer, *json::spaced(std::string_view(out.text())));
    };
    if (!choices.isEmpty()) {
        auto* field = new ChoiceListField(choices, now);
        connect(field, &ChoiceListField::edited, this, take);
        return field;
    }
    Q_UNUSED(node)
    auto* line = new QLineEdit(now.join(QStringLiteral(", ")));
    line->setPlaceholderText(tr("Separated by commas"));
    connect(line, &QLineEdit::editingFinished, this, [line, take] {
        if (!isTyped(line))
            return;
        take(line->text().split(QRegularExpression(QStringLiteral("\\s*,\\s*")), Qt::SkipEmptyParts));
    });
    return line;
}

} // namespace cs::ui
