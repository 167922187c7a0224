// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <string>
#include <string_view>

namespace cs {

/// What kind of "no" an error is. Decides the exit status of the command line (design.md section 7).
enum class Failure {
    Refused, ///< The answer is no: a law, a gate or a verification refuses. Exit status 1.
    Usage, ///< The caller gave something that cannot be meant. Exit status 2.
    CouldNot ///< I/O, keychain, lost race. Nothing was changed. Exit status 3.
};

/// An error as a value: a stable code, an English sentence with numbered arguments that `ui` can translate by
/// its key, and the law that refused, if one did. It is never shown as "an error occurred".
class [[nodiscard]] Error final {
public:
    /// @param code stable, "CS-ROOM-NAME"; scripts may depend on it.
    /// @param key English sentence with %1 … %9; also the translation key in context "Error".
    Error(Failure failure, QString code, const char* key, QStringList args = {});

    Failure failure() const { return m_failure; }
    const QString& code() const { return m_code; }
    const char* key() const { return m_key; }
    const QStringList& args() const { return m_args; }
    /// Number of the law that refused (design.md section 3), or 0.
    int law() const { return m_law; }
    /// Ledger entry that the error is about, or -1.
    qint64 entry() const { return m_entry; }

    Error& withLaw(int law);
    Error& withEntry(qint64 index);
    /// English sentence with the arguments filled in.
    QString message() const;

private:
    Failure m_failure;
    QString m_code;
    const char* m_key;
    QStringList m_args;
    int m_law = 0;
    qint64 m_entry = -1;
};

/// UTF-8 std::string to QString, the one bridge between the core's machine strings and the edges.
QString qs(std::string_view utf8);
/// QString to UTF-8.
std::string utf8(const QString& text);

Error refused(const char* code, const char* key, QStringList args = {});
Error usageError(const char* code, const char* key, QStringList args = {});
Error couldNot(const char* code, const char* key, QStringList args = {});
/// A refusal by a law.
Error lawError(int law, const char* key, QStringList args = {});

} // namespace cs
