// Matrices of the training program, and their product.
#pragma once
#include <cstddef>
#include <vector>

namespace training {

// Row-major; rows are tokens or inputs.
struct Matrix {
    std::size_t rows = 0;
    std::size_t columns = 0;
    std::vector<float> data;

    void resize(std::size_t row_count, std::size_t column_count);  // values are left as they are
    void clear(std::size_t row_count, std::size_t column_count);   // all zero
    float* row(std::size_t at) { return &data[at * columns]; }
    const float* row(std::size_t at) const { return &data[at * columns]; }
};

// Somebody else's numbers, seen as a matrix.
struct View {
    const float* data = nullptr;
    std::size_t rows = 0;
    std::size_t columns = 0;
    std::size_t row_step = 0;
    std::size_t column_step = 1;

    View() = default;
    View(const float* values, std::size_t row_count, std::size_t column_count)
        : data(values), rows(row_count), columns(column_count), row_step(column_count) {}
    View(const Matrix& matrix)  // NOLINT(google-explicit-constructor): a matrix is its own view
        : View(matrix.data.data(), matrix.rows, matrix.columns) {}
    View transposed() const;
    View rows_from(std::size_t first, std::size_t count) const;
};

// result += left · right, the result lying in rows of right.columns numbers.
void add_product(const View& left, const View& right, float* result);

}  // namespace training
