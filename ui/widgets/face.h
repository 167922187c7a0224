// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/button.h"

#include <QWidget>

#include <vector>

class QHBoxLayout;
class QVBoxLayout;

namespace cs::ui {

class Label;
class OffReason;
class ProgressRow;

/// What a pane shows instead of its content: empty, loading, error, offline, read-only, locked, not
/// permitted. A 24 px icon, a heading, a sentence, one primary step. It stands in the pane that is concerned.
class Face final : public QWidget {
    Q_OBJECT
public:
    explicit Face(QWidget* parent = nullptr);

    /// @param code shown in mono under the sentence; empty for none.
    void setFace(
        const QString& icon, Role role, const QString& heading, const QString& sentence, const QString& code = {});
    /// Adds a step. At most one is Primary. @returns the button, owned by the face.
    Button* addStep(Button::Kind kind, const QString& text, const QString& icon = {});
    void clearSteps();
    /// Why the step is off, under it; gone with the steps.
    void setOffReason(const QString& reason);

    /// Grey bars at once; words, bar and Cancel when @p words is not empty (the caller waits 300 ms and 1 s).
    void showLoading(qint64 done = 0, qint64 total = 0, const QString& words = {}, bool cancellable = false);

    QString heading() const;

Q_SIGNALS:
    void cancelled();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void buildFace();
    void buildLoading();

    QWidget* m_face;
    QWidget* m_loading;
    Label* m_icon;
    Label* m_heading;
    Label* m_sentence;
    Label* m_code;
    QHBoxLayout* m_steps = nullptr;
    OffReason* m_off;
    ProgressRow* m_progress;
    QString m_iconName;
    Role m_iconRole = Role::Muted;
    std::vector<Button*> m_buttons;
};

} // namespace cs::ui
