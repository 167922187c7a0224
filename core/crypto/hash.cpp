// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/hash.h"

#include <openssl/evp.h>

#include <cstdio>
#include <cstdlib>
#include <initializer_list>

namespace cs {
namespace {

[[noreturn]] void die(const char* what)
{
    // Without SHA-256 nothing this program says would be true.
    std::fprintf(stderr, "countersign: OpenSSL cannot compute SHA-256 (%s)\n", what);
    std::abort();
}

const EVP_MD* algorithm()
{
    // Fetched once: the implicit fetch of EVP_sha256() takes a lock for every hash in OpenSSL 3.
    static const EVP_MD* const md = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    if (md == nullptr)
        die("fetch");
    return md;
}

struct Context {
    EVP_MD_CTX* ctx = EVP_MD_CTX_new();
    Context()
    {
        if (ctx == nullptr)
            die("context");
    }
    ~Context() { EVP_MD_CTX_free(ctx); }
    Context(const Context&) = delete;
    Context& operator=(const Context&) = delete;
};

void begin(EVP_MD_CTX* ctx)
{
    if (EVP_DigestInit_ex2(ctx, algorithm(), nullptr) != 1)
        die("init");
}

void feed(EVP_MD_CTX* ctx, std::string_view bytes)
{
    if (EVP_DigestUpdate(ctx, bytes.data(), bytes.size()) != 1)
        die("update");
}

Digest end(EVP_MD_CTX* ctx)
{
    Digest::Array out{};
    if (EVP_DigestFinal_ex(ctx, out.data(), nullptr) != 1)
        die("final");
    return Digest(out);
}

Digest hashOf(std::initializer_list<std::string_view> pieces)
{
    thread_local const Context context;
    begin(context.ctx);
    for (const std::string_view piece : pieces)
        feed(context.ctx, piece);
    return end(context.ctx);
}

} // namespace

Digest sha256(std::string_view bytes)
{
    return hashOf({bytes});
}

Digest sha256(std::string_view first, std::string_view second)
{
    return hashOf({first, second});
}

Digest sha256(std::string_view first, std::string_view second, std::string_view third)
{
    return hashOf({first, second, third});
}

Sha256::Sha256()
    : m_context(EVP_MD_CTX_new())
{
    if (m_context == nullptr)
        die("context");
    begin(m_context);
}

Sha256::~Sha256()
{
    EVP_MD_CTX_free(m_context);
}

Sha256& Sha256::update(std::string_view bytes)
{
    feed(m_context, bytes);
    return *this;
}

Digest Sha256::finish()
{
    const Digest digest = end(m_context);
    begin(m_context);
    return digest;
}

} // namespace cs
