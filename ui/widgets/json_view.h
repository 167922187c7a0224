// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QPlainTextEdit>

namespace cs::ui {

/// JSON to read: indented, tinted, mono, always left to right. The order and the spelling of every value stay
/// as in the bytes (keys are not sorted, numbers not rounded), and characters that could deceive the eye are
/// escaped.
class JsonView final : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit JsonView(QWidget* parent = nullptr);

    /// Shows at most 2 MiB and says at the end how much is left out.
    void setJson(const QByteArray& json);
    /// The bytes as they were given, also beyond what is shown.
    const QByteArray& json() const { return m_json; }

    /// Indented text of @p json; bytes that are no JSON come through as they are.
    static QString pretty(const QByteArray& json);

private:
    void applyTheme();

    QByteArray m_json;
};

} // namespace cs::ui
