// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/commands/palette_model.h"

#include <QFrame>
#include <QPointer>

class QLabel;
class QLineEdit;
class QListView;

namespace cs::ui {

class Label;

/// One box for everything: goes to a place or does a command by a few typed letters. A child frame of the
/// window, so that it stands in the same place on every platform.
class Palette final : public QFrame {
    Q_OBJECT
public:
    explicit Palette(QWidget* window);

    /// Where the rows come from; asked at every change of the text, answers from memory.
    void setSource(std::function<std::vector<PaletteItem>(const QString& typed)> source);
    void popUp(const QString& typed = {});
    void close();
    PaletteModel* model() const { return m_model; }

    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    /// A row that is off was chosen.
    void refused(const QString& reason);

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void place();
    void refill();
    void step(int direction);
    void choose(const QModelIndex& index);
    void retranslate();

    QWidget* m_scrim;
    QWidget* m_head;
    QLineEdit* m_field;
    QListView* m_list;
    Label* m_count;
    Label* m_help;
    PaletteModel* m_model;
    std::function<std::vector<PaletteItem>(const QString&)> m_source;
    QPointer<QWidget> m_focusBefore;
};

} // namespace cs::ui
