package de.quartierwerk.ingestion.catalogue;

import com.ezylang.evalex.parser.ASTNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A formula as a quotient of two sums, up to a constant factor: {@code ([a] + [b]) / [c] * 100}. Disclosure control
 * looks at its numerator and denominator as at those of a share.
 */
public final class Quotient {
    private final int[] above;
    private final int[] below;

    private Quotient(int[] above, int[] below) {
        this.above = above;
        this.below = below;
    }

    /** Empty for a formula that does not divide one sum of indicators by another. */
    static Optional<Quotient> of(ASTNode formula, String variable, int codes) {
        ASTNode division = withoutFactor(formula, variable);
        if (!is(division, "/")) {
            return Optional.empty();
        }
        int[] above = new int[codes];
        int[] below = new int[codes];
        boolean sums = add(withoutFactor(division.getParameters().get(0), variable), 1, above, variable)
                && add(withoutFactor(division.getParameters().get(1), variable), 1, below, variable);
        return sums ? Optional.of(new Quotient(above, below)) : Optional.empty();
    }

    private static boolean is(ASTNode node, String sign) {
        return node.getParameters().size() == 2 && node.getToken().getValue().equals(sign);
    }

    private static ASTNode withoutFactor(ASTNode node, String variable) {
        if (is(node, "*")) {
            ASTNode left = node.getParameters().get(0);
            ASTNode right = node.getParameters().get(1);
            if (isNumber(left, variable)) {
                return withoutFactor(right, variable);
            }
            if (isNumber(right, variable)) {
                return withoutFactor(left, variable);
            }
        }
        return node;
    }

    private static boolean isNumber(ASTNode node, String variable) {
        return node.getParameters().isEmpty() && !node.getToken().getValue().startsWith(variable);
    }

    private static boolean add(ASTNode node, int sign, int[] coefficients, String variable) {
        String token = node.getToken().getValue();
        List<ASTNode> operands = node.getParameters();
        if (operands.isEmpty() && token.startsWith(variable)) {
            coefficients[Integer.parseInt(token.substring(variable.length()))] += sign;
            return true;
        }
        if (operands.isEmpty() || !(token.equals("+") || token.equals("-"))) {
            return false;
        }
        int last = token.equals("-") ? -sign : sign;
        return operands.size() == 1
                ? add(operands.get(0), last, coefficients, variable)
                : add(operands.get(0), sign, coefficients, variable)
                        && add(operands.get(1), last, coefficients, variable);
    }

    /** The numerator, of one value per code of the formula. */
    public BigDecimal numerator(List<BigDecimal> values) {
        return sum(above, values);
    }

    /** The denominator. */
    public BigDecimal denominator(List<BigDecimal> values) {
        return sum(below, values);
    }

    private static BigDecimal sum(int[] coefficients, List<BigDecimal> values) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < coefficients.length; i++) {
            sum = sum.add(values.get(i).multiply(BigDecimal.valueOf(coefficients[i])));
        }
        return sum;
    }

    /** Places of the codes of which the numerator consists. */
    public int[] above() {
        return places(above);
    }

    /** Places of the codes of which the denominator consists. */
    public int[] below() {
        return places(below);
    }

    private static int[] places(int... coefficients) {
        return IntStream.range(0, coefficients.length)
                .filter(place -> coefficients[place] != 0)
                .toArray();
    }
}
