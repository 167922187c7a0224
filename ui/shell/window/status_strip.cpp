// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/window/status_strip.h"

#include "ui/widgets/paint.h"
#include "ui/widgets/theme/icons.h"

#include <QAbstractButton>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>

#include <optional>

namespace cs::ui {

/// One fact: icon and text on the strip's ground, or on a tint for the mode mark.
class StatusCell final : public QAbstractButton {
public:
    explicit StatusCell(QWidget* parent)
        : QAbstractButton(parent)
    {
        setAttribute(Qt::WA_Hover);
        setFocusPolicy(Qt::TabFocus);
        setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
        hide();
    }
    void show(const QString& text, const QString& iconName, Role role, std::optional<Role> tint, bool strong)
    {
        setText(text);
        setAccessibleName(text);
        m_icon = iconName;
        m_role = role;
        m_tint = tint;
        setFont(fontOf(strong ? Type::SmallMedium : Type::Small));
        setVisible(!text.isEmpty());
        updateGeometry();
        update();
    }
    QSize sizeHint() const override
    {
        const int icon = m_icon.isEmpty() ? 0 : scaled(16) + 6;
        return {QFontMetrics(font()).horizontalAdvance(text()) + icon + 21, scaled(25)};
    }
    QSize minimumSizeHint() const override { return m_elides ? QSize(scaled(40), scaled(25)) : sizeHint(); }
    /// Values are never cut; a name may be.
    void setElides(bool elides) { m_elides = elides; }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        if (m_tint) {
            painter.fillRect(rect(), colorOf(*m_tint));
        } else if (underMouse()) {
            painter.fillRect(rect(), colorOf(Role::Hover));
        }
        if (!m_tint && x() > 0 && geometry().right() < parentWidget()->width() - 1) {
            const QRect line(0, scaled(6), 1, height() - 2 * scaled(6));
            painter.fillRect(mirrored(line, rect(), layoutDirection()), colorOf(Role::Border));
        }
        QRect inner = rect().adjusted(10, 0, -10, 0);
        if (!m_icon.isEmpty()) {
            const int side = scaled(16);
            const QRect place(inner.left(), (height() - side) / 2, side, side);
            paintIcon(&painter, mirrored(place, rect(), layoutDirection()), m_icon, m_role);
            inner.setLeft(inner.left() + side + 6);
        }
        painter.setFont(font());
        painter.setPen(colorOf(m_role));
        drawElided(&painter, mirrored(inner, rect(), layoutDirection()), text(), layoutDirection());
    }

private:
    QString m_icon;
    Role m_role = Role::Text;
    std::optional<Role> m_tint;
    bool m_elides = false;
};

StatusStrip::StatusStrip(QWidget* parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout(this))
{
    setObjectName(QStringLiteral("statusStrip"));
    m_row->setContentsMargins(0, 1, 0, 0);
    m_row->setSpacing(0);
    for (const char* id : {"mode", "condition", "workspace", "identity"}) {
        m_row->addWidget(addCell(id));
    }
    m_row->addStretch(1);
    for (const char* id : {"source", "treehead", "verification"}) {
        m_row->addWidget(addCell(id));
    }
    for (const char* id : {"workspace", "identity", "source"}) {
        m_cells.value(id)->setElides(true);
    }
    connect(&Theme::instance(), &Theme::changed, this, &StatusStrip::refresh);
    refresh();
}

StatusCell* StatusStrip::addCell(const QByteArray& id)
{
    auto* cell = new StatusCell(this);
    cell->setObjectName(QStringLiteral("status_%1").arg(QString::fromLatin1(id)));
    connect(cell, &QAbstractButton::clicked, this, [this, id] { Q_EMIT cellActivated(id); });
    m_cells.insert(id, cell);
    return cell;
}

void StatusStrip::setStatus(const ShellStatus& status)
{
    m_status = status;
    refresh();
}

void StatusStrip::refresh()
{
    setFixedHeight(scaled(26));
    const ShellStatus& st = m_status;
    const auto show = [this](const char* id, const QString& text, const QString& iconName = {}, Role role = Role::Text,
                          std::optional<Role> tint = {},
                          bool strong = false) { m_cells.value(id)->show(text, iconName, role, tint, strong); };
    const bool open = !st.workspace.isEmpty();
    //: mark of a demo workspace
    const QString demo = tr("Demo");
    //: mark of a workspace that one person runs alone
    const QString single = tr("Single person");
    const bool isDemo = st.mode == Mode::Demo;
    show("mode",
        !open || st.mode == Mode::Team ? QString()
            : isDemo                   ? demo
                                       : single,
        {}, isDemo ? Role::Overridden : Role::Na, isDemo ? Role::OverriddenTint : Role::NaTint, true);
    show("condition", st.condition, QStringLiteral("offline"), Role::Stale, {}, true);
    show("workspace", open ? st.workspace : tr("No workspace is open"), open ? QString() : QStringLiteral("info"));
    const QString who = st.keyState.isEmpty() ? st.identity : tr("%1 · %2").arg(st.identity, st.keyState);
    show("identity", st.identity.isEmpty() ? QString() : who,
        st.keyUnlocked ? QStringLiteral("unlock") : QStringLiteral("lock"));
    show("source", st.source);
    show("treehead", st.treeHead);
    switch (st.verification) {
    case ShellStatus::Verification::Verified:
        show("verification", st.verificationText, QStringLiteral("verify"), Role::Passed);
        break;
    case ShellStatus::Verification::Running:
        show("verification", st.verificationText, QStringLiteral("running"), Role::Pending);
        break;
    case ShellStatus::Verification::Failed:
        show("verification", st.verificationText, QStringLiteral("vetoed"), Role::Vetoed, {}, true);
        break;
    case ShellStatus::Verification::Unknown:
        show("verification", st.verificationText, QStringLiteral("pending"), Role::Pending);
        break;
    }
}

void StatusStrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), colorOf(Role::Rail));
    painter.fillRect(QRect(0, 0, width(), 1), colorOf(Role::Border));
}

void StatusStrip::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        refresh();
    }
    QWidget::changeEvent(event);
}

} // namespace cs::ui
