// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/attach_form.h"

#include "ui/models/version_words.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/prompter.h"
#include "ui/widgets/review/review_words.h"
#include "ui/widgets/words.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace cs::ui {

AttachForm::AttachForm(const query::VersionPageView& page, Prompter& prompter, QWidget* parent)
    : QWidget(parent)
    , m_version(page.row.id)
    , m_off(readableTimes(cleanName(qs(page.attach.offReason), 400)))
    , m_prompter(prompter)
    , m_choose(new Button(Button::Kind::Outlined, tr("Choose file…"), this))
    , m_file(new Label({}, Type::Body, Role::Muted, this))
    , m_kind(new QComboBox(this))
    , m_title(new QLineEdit(this))
{
    setObjectName(QStringLiteral("attachForm"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    const auto addLabel = [&](const QString& text, QWidget* field, const char* name) {
        auto* label = new Label(text, Type::Small, Role::Muted, this);
        label->setBuddy(field);
        field->setObjectName(QString::fromLatin1(name));
        field->setAccessibleName(text);
        column->addWidget(label);
    };
    addLabel(tr("File"), m_choose, "attachChoose");
    m_choose->setIconName(QStringLiteral("folder"));
    m_choose->setAccessibleName(tr("Choose file…"));
    m_file->setText(tr("No file is chosen yet."));
    m_file->setElide(Qt::ElideMiddle);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_choose);
    row->addWidget(m_file, 1);
    column->addLayout(row);
    column->addSpacing(8);
    addLabel(tr("Kind, as the gates ask for it"), m_kind, "attachKind");
    m_kind->setEditable(true);
    m_kind->setInsertPolicy(QComboBox::NoInsert);
    m_kind->lineEdit()->setAccessibleName(m_kind->accessibleName());
    fillKinds(page.evidenceKinds);
    column->addWidget(m_kind);
    column->addSpacing(8);
    addLabel(tr("Name in lists"), m_title, "attachTitle");
    m_title->setMaxLength(200);
    m_title->setPlaceholderText(tr("Optional; the kind is shown without it"));
    column->addWidget(m_title);
    connect(m_choose, &Button::triggered, this, &AttachForm::choose);
    connect(m_kind, &QComboBox::currentTextChanged, this, &AttachForm::changed);
    setFocusProxy(m_choose);
}

void AttachForm::fillKinds(const std::vector<std::string>& kinds)
{
    for (const std::string& kind : kinds) {
        m_kind->addItem(evidenceKindWords(kind), qs(kind));
    }
    m_kind->setCurrentIndex(kinds.empty() ? -1 : 0);
}

QString AttachForm::kind() const
{
    const QString typed = m_kind->currentText().trimmed();
    const int known = m_kind->findText(typed, Qt::MatchFixedString);
    if (known >= 0) {
        return m_kind->itemData(known).toString();
    }
    QString kind = typed.toLower();
    kind.replace(QLatin1Char(' '), QLatin1Char('_'));
    static const QRegularExpression form(QStringLiteral("^[a-z][a-z0-9_.-]{0,63}$"));
    return form.match(kind).hasMatch() ? kind : QString();
}

QString AttachForm::missing() const
{
    if (!m_off.isEmpty()) {
        return m_off;
    }
    if (m_path.isEmpty()) {
        return tr("Choose the file that is attached.");
    }
    return kind().isEmpty() ? tr("Name the kind in small letters, for example \"fairness report\".") : QString();
}

WorkspaceService::Attachment AttachForm::attachment() const
{
    return {m_version, m_path, kind(), m_title->text().trimmed()};
}

void AttachForm::choose()
{
    m_prompter.chooseOpenFile(this, tr("Attach evidence"), {tr("All files (*)")}, [this](const QString& path) {
        if (path.isEmpty()) {
            return;
        }
        m_path = path;
        m_file->setText(ltr(path));
        m_file->setToolTip(path);
        m_kind->setFocus(Qt::OtherFocusReason);
        Q_EMIT changed();
    });
}

} // namespace cs::ui
