// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"

namespace cs {

Error::Error(Failure failure, QString code, const char* key, QStringList args)
    : m_failure(failure)
    , m_code(std::move(code))
    , m_key(key)
    , m_args(std::move(args))
{
}

Error& Error::withLaw(int law)
{
    m_law = law;
    return *this;
}

Error& Error::withEntry(qint64 index)
{
    m_entry = index;
    return *this;
}

QString Error::message() const
{
    // All arguments at once: an argument that itself contains "%1" must not be expanded again.
    QString text = QString::fromUtf8(m_key);
    QString out;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool placeholder = text[i] == u'%' && i + 1 < text.size() && text[i + 1].isDigit();
        if (!placeholder) {
            out += text[i];
            continue;
        }
        const int index = text[++i].digitValue() - 1;
        out += index >= 0 && index < m_args.size() ? m_args[index] : QString();
    }
    return out;
}

QString qs(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

std::string utf8(const QString& text)
{
    return text.toStdString();
}

Error refused(const char* code, const char* key, QStringList args)
{
    return Error(Failure::Refused, QString::fromLatin1(code), key, std::move(args));
}

Error usageError(const char* code, const char* key, QStringList args)
{
    return Error(Failure::Usage, QString::fromLatin1(code), key, std::move(args));
}

Error couldNot(const char* code, const char* key, QStringList args)
{
    return Error(Failure::CouldNot, QString::fromLatin1(code), key, std::move(args));
}

Error lawError(int law, const char* key, QStringList args)
{
    Error error(Failure::Refused, QStringLiteral("CS-LAW-%1").arg(law, 2, 10, QLatin1Char('0')), key, std::move(args));
    error.withLaw(law);
    return error;
}

} // namespace cs
