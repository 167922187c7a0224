// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QSplitter;
class QStackedWidget;
class QTabBar;

namespace cs::ui {

/// True for a window in which three panes have no room side by side: under 1100 px, more with larger text.
bool isNarrow(int windowWidth);

/// The second and the third pane of a page: side by side in a splitter, or in a narrow window two tabs of one pane.
class FoldPane final : public QWidget {
    Q_OBJECT
public:
    /// Adds itself, with @p second in it, and @p third at the end of @p splitter.
    FoldPane(QSplitter& splitter, QWidget* second, QWidget* third);

    void setTitles(const QString& second, const QString& third);
    void setFolded(bool folded);
    bool isFolded() const { return m_folded; }
    void showSecond();
    void showThird();

    /// State of the splitter with three panes, whichever are shown now.
    QByteArray splitterState() const;
    void restoreSplitter(const QByteArray& state);

private:
    QSplitter& m_splitter;
    QWidget* m_third;
    QTabBar* m_tabs;
    QStackedWidget* m_stack;
    QByteArray m_unfolded; // of the splitter, while folded
    bool m_folded = false;
};

} // namespace cs::ui
