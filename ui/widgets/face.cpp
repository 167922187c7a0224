// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/face.h"

#include "ui/widgets/label.h"
#include "ui/widgets/off_reason.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/progress_row.h"
#include "ui/widgets/theme/icons.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace cs::ui {

namespace {

/// Four rows of grey bars: the shape of a list that is on its way. Nothing moves.
class GreyRows final : public QWidget {
public:
    using QWidget::QWidget;
    QSize sizeHint() const override { return {scaled(300), scaled(28) * 4}; }
    QSize minimumSizeHint() const override { return {scaled(120), scaled(28) * 4}; }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        const double parts[] = {0.36, 0.26, 0.42, 0.31};
        const QColor grey = colorOf(Role::Track);
        const int row = scaled(28);
        const int dot = scaled(16);
        for (int i = 0; i < 4; ++i) {
            const int y = i * row + (row - dot) / 2;
            const auto at = [&](const QRect& r) { return mirrored(r, rect(), layoutDirection()); };
            drawPanel(&painter, at(QRect(0, y, dot, dot)), dot / 2.0, grey, QColor());
            const int bar = static_cast<int>(width() * parts[i]);
            drawPanel(&painter, at(QRect(dot + 14, y + 4, bar, dot - 8)), 2, grey, QColor());
            drawPanel(&painter, at(QRect(width() - scaled(44), y + 4, scaled(44), dot - 8)), 2, grey, QColor());
        }
    }
};

Label* centered(Type type, Role role, const char* name, QWidget* parent)
{
    auto* label = new Label({}, type, role, parent);
    label->setObjectName(QLatin1String(name));
    label->setAlignment(Qt::AlignCenter);
    label->setWordWrap(true);
    return label;
}

} // namespace

Face::Face(QWidget* parent)
    : QWidget(parent)
    , m_face(new QWidget(this))
    , m_loading(new QWidget(this))
    , m_icon(centered(Type::Body, Role::Text, "faceIcon", m_face))
    , m_heading(centered(Type::Heading, Role::Text, "faceHeading", m_face))
    , m_sentence(centered(Type::Body, Role::Muted, "faceSentence", m_face))
    , m_code(centered(Type::Mono, Role::Muted, "faceCode", m_face))
    , m_off(new OffReason(m_face))
    , m_progress(new ProgressRow(m_loading))
{
    buildFace();
    buildLoading();
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(16, 16, 16, 16);
    whole->addStretch(2);
    whole->addWidget(m_face, 0);
    whole->addWidget(m_loading, 0);
    whole->addStretch(3);
    m_loading->hide();
    connect(m_progress, &ProgressRow::cancelled, this, &Face::cancelled);
    connect(&Theme::instance(), &Theme::changed, this,
        [this] { m_icon->setPixmap(iconPixmap(m_iconName, m_iconRole, scaled(24), devicePixelRatioF())); });
}

void Face::buildFace()
{
    auto* column = new QVBoxLayout(m_face);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_icon);
    column->addWidget(m_heading);
    auto* middle = new QHBoxLayout;
    m_sentence->setMaximumWidth(scaled(380));
    m_sentence->setMinimumWidth(scaled(160));
    m_sentence->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    middle->addStretch(1);
    middle->addWidget(m_sentence, 100);
    middle->addStretch(1);
    column->addLayout(middle);
    column->addWidget(m_code);
    m_code->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(0, 4, 0, 4); // below: the ring of the focus
    row->addStretch(1);
    m_steps = new QHBoxLayout;
    m_steps->setSpacing(8);
    row->addLayout(m_steps);
    row->addStretch(1);
    column->addLayout(row);
    m_off->setObjectName(QStringLiteral("faceOff"));
    m_off->setMaximumWidth(scaled(380));
    auto* reason = new QHBoxLayout;
    reason->addStretch(1);
    reason->addWidget(m_off, 100);
    reason->addStretch(1);
    column->addLayout(reason);
}

void Face::setOffReason(const QString& reason)
{
    m_off->setReason(reason);
}

void Face::buildLoading()
{
    auto* column = new QVBoxLayout(m_loading);
    column->setContentsMargins(4, 0, 4, 0);
    column->setSpacing(8);
    column->addWidget(new GreyRows(m_loading));
    column->addWidget(m_progress);
    m_progress->hide();
}

void Face::setFace(
    const QString& iconName, Role role, const QString& heading, const QString& sentence, const QString& code)
{
    m_iconName = iconName;
    m_iconRole = role;
    m_icon->setPixmap(iconPixmap(iconName, role, scaled(24), devicePixelRatioF()));
    m_heading->setText(heading);
    m_sentence->setText(sentence);
    m_code->setText(code);
    m_code->setVisible(!code.isEmpty());
    m_sentence->setVisible(!sentence.isEmpty());
    setAccessibleName(heading);
    setAccessibleDescription(sentence);
    m_loading->hide();
    m_face->show();
}

Button* Face::addStep(Button::Kind kind, const QString& text, const QString& iconName)
{
    auto* button = new Button(kind, text, m_face);
    if (!iconName.isEmpty()) {
        button->setIconName(iconName);
    }
    m_steps->addWidget(button);
    m_buttons.push_back(button);
    return button;
}

void Face::clearSteps()
{
    for (Button* button : m_buttons) {
        // A step may clear the face it stands on, from inside its own click.
        button->hide();
        button->deleteLater();
    }
    m_buttons.clear();
    m_off->setReason({});
}

void Face::showLoading(qint64 done, qint64 total, const QString& words, bool cancellable)
{
    m_face->hide();
    m_progress->setVisible(!words.isEmpty());
    m_progress->setProgress(done, total, words);
    m_progress->setCancellable(cancellable);
    setAccessibleName(words.isEmpty() ? tr("Loading") : words);
    m_loading->show();
}

QString Face::heading() const
{
    return m_heading->text();
}

void Face::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), colorOf(Role::Surface));
}

} // namespace cs::ui
