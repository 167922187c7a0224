// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;

namespace cs::ui {

class Button;
class Label;
class ProgressTrack;

/// A 6 px bar, words beside it, Cancel. With an unknown total it shows the running icon instead of a bar.
class ProgressRow final : public QWidget {
    Q_OBJECT
public:
    explicit ProgressRow(QWidget* parent = nullptr);

    /// @param total 0 or less if it is not known.
    void setProgress(qint64 done, qint64 total, const QString& words);
    void setCancellable(bool cancellable);
    Button* cancelButton() const { return m_cancel; }

Q_SIGNALS:
    void cancelled();

protected:
    void changeEvent(QEvent* event) override;

private:
    ProgressTrack* m_bar;
    Label* m_words;
    Button* m_cancel;
    QHBoxLayout* m_row;
};

} // namespace cs::ui
