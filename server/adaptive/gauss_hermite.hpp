// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cmath>
#include <cstddef>

namespace preau::adaptive {

/// Points and probabilities that stand for a standard normal variable.
template <std::size_t N>
struct Quadrature {
    std::array<double, N> nodes{};
    std::array<double, N> weights{};
};

/// Gauss-Hermite quadrature for the density of N(0, 1): exact for polynomials of degree 2N - 1.
/// Roots of the orthonormal Hermite polynomial, found between two of the sign changes that a fine
/// walk sees, by bisection.
template <std::size_t N>
Quadrature<N> gauss_hermite() {
    // h_0 = 1, h_1 = x, √(n+1) h_{n+1} = x h_n - √n h_{n-1}; returns h_N and h_{N-1}.
    const auto polynomials = [](double x) {
        std::array<double, 2> latest{1.0, 0.0};
        for (std::size_t n = 0; n < N; ++n) {
            const double next = (x * latest[0] - std::sqrt(static_cast<double>(n)) * latest[1]) /
                                std::sqrt(static_cast<double>(n + 1));
            latest = {next, latest[0]};
        }
        return latest;
    };
    Quadrature<N> quadrature;
    std::size_t found = 0;
    constexpr double kStep = 1.0 / 128.0 + 1e-5;  // no root at a step: 0 is one of odd degrees
    const double end = 2.0 * std::sqrt(static_cast<double>(N)) + 1.0;
    for (double x = -end; x < end && found < N; x += kStep) {
        double low = x;
        double high = x + kStep;
        const bool rises = polynomials(low)[0] < 0.0;
        if (rises == (polynomials(high)[0] < 0.0)) continue;
        for (int halving = 0; halving < 60; ++halving) {
            const double middle = (low + high) / 2.0;
            ((polynomials(middle)[0] < 0.0) == rises ? low : high) = middle;
        }
        const double root = (low + high) / 2.0;
        const double previous = polynomials(root)[1];
        quadrature.nodes[found] = root;
        quadrature.weights[found] = 1.0 / (static_cast<double>(N) * previous * previous);
        ++found;
    }
    return quadrature;
}

}  // namespace preau::adaptive
