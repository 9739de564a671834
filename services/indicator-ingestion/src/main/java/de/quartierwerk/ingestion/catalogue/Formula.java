package de.quartierwerk.ingestion.catalogue;

import com.ezylang.evalex.EvaluationException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.config.MapBasedFunctionDictionary;
import com.ezylang.evalex.config.MapBasedOperatorDictionary;
import com.ezylang.evalex.operators.arithmetic.InfixDivisionOperator;
import com.ezylang.evalex.operators.arithmetic.InfixMinusOperator;
import com.ezylang.evalex.operators.arithmetic.InfixMultiplicationOperator;
import com.ezylang.evalex.operators.arithmetic.InfixPlusOperator;
import com.ezylang.evalex.operators.arithmetic.PrefixMinusOperator;
import com.ezylang.evalex.operators.arithmetic.PrefixPlusOperator;
import com.ezylang.evalex.parser.ASTNode;
import com.ezylang.evalex.parser.ParseException;
import de.quartierwerk.kit.web.Keys;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An arithmetic formula over indicators: {@code [a] / ([b] - [c]) * 100}. It knows plus, minus, times, divided by,
 * parentheses and decimal numbers, and nothing else.
 */
public final class Formula {
    private static final Pattern CODE = Pattern.compile("\\[([^\\[\\]]*)\\]");
    private static final Pattern ALLOWED = Pattern.compile("[0-9.+\\-*/() \\t\\[\\]A-Za-z_:]*");
    private static final int DECIMALS = 12;
    private static final String VARIABLE = "v_";
    private static final ExpressionConfiguration ARITHMETIC = ExpressionConfiguration.builder()
            .operatorDictionary(operators())
            .functionDictionary(new MapBasedFunctionDictionary())
            .defaultConstants(Map.of())
            .mathContext(MathContext.DECIMAL128)
            .arraysAllowed(false)
            .structuresAllowed(false)
            .binaryAllowed(false)
            .implicitMultiplicationAllowed(false)
            .singleQuoteStringLiteralsAllowed(false)
            .build();

    private final Expression expression;
    private final List<String> codes;

    private Formula(Expression expression, List<String> codes) {
        this.expression = expression;
        this.codes = codes;
    }

    private static MapBasedOperatorDictionary operators() {
        MapBasedOperatorDictionary operators = new MapBasedOperatorDictionary();
        operators.addOperator("+", new PrefixPlusOperator());
        operators.addOperator("-", new PrefixMinusOperator());
        operators.addOperator("+", new InfixPlusOperator());
        operators.addOperator("-", new InfixMinusOperator());
        operators.addOperator("*", new InfixMultiplicationOperator());
        operators.addOperator("/", new InfixDivisionOperator());
        return operators;
    }

    /** The text is no formula. */
    public static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;

        private final int position;

        Malformed(int position, String message) {
            super(message);
            this.position = position;
        }

        /** Where, counted from 1. */
        public int position() {
            return position;
        }
    }

    /** Reads a formula. */
    public static Formula parse(String text) throws Malformed {
        if (!ALLOWED.matcher(CODE.matcher(text).replaceAll("")).matches()) {
            throw new Malformed(1, "signs that no formula has");
        }
        List<String> codes = new ArrayList<>();
        Matcher matcher = CODE.matcher(text);
        StringBuilder rewritten = new StringBuilder();
        while (matcher.find()) {
            String code = matcher.group(1);
            if (!Keys.isKey(code)) {
                throw new Malformed(matcher.start() + 1, "no code between brackets");
            }
            if (!codes.contains(code)) {
                codes.add(code);
            }
            matcher.appendReplacement(rewritten, variable(codes.indexOf(code)));
        }
        matcher.appendTail(rewritten);
        if (codes.isEmpty()) {
            throw new Malformed(1, "no code");
        }
        return new Formula(checked(rewritten.toString(), codes), List.copyOf(codes));
    }

    /** Reads a formula that was found to be one before. */
    static Formula valid(String text) {
        try {
            return parse(text);
        } catch (Malformed checkedBefore) {
            throw new IllegalStateException(checkedBefore);
        }
    }

    private static Expression checked(String text, List<String> codes) throws Malformed {
        Expression expression = new Expression(text, ARITHMETIC);
        try {
            expression.validate();
            for (String variable : expression.getUsedVariables()) {
                if (!variable.startsWith(VARIABLE) || codes.size() <= index(variable)) {
                    throw new Malformed(1, variable);
                }
            }
            return expression;
        } catch (ParseException malformed) {
            throw new Malformed(Math.max(1, malformed.getStartPosition()), "malformed");
        }
    }

    private static String variable(int index) {
        return VARIABLE + index;
    }

    private static int index(String variable) throws Malformed {
        try {
            return Integer.parseInt(variable.substring(VARIABLE.length()));
        } catch (NumberFormatException other) {
            throw new Malformed(1, variable);
        }
    }

    /** Its codes, each once, in the order of their first use. */
    public List<String> codes() {
        return codes;
    }

    /** What it divides by what; empty for a formula of another form. */
    public Optional<Quotient> quotient() {
        try {
            return Quotient.of(expression.getAbstractSyntaxTree(), VARIABLE, codes.size());
        } catch (ParseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * The dimension of what the formula gives.
     *
     * @param dimensions one per code, in the order of {@link #codes()}
     * @throws Dimension.Differing where it adds what cannot be added
     */
    Dimension dimension(List<Dimension> dimensions) throws Dimension.Differing {
        try {
            return dimension(expression.getAbstractSyntaxTree(), dimensions);
        } catch (ParseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Dimension dimension(ASTNode node, List<Dimension> dimensions) throws Dimension.Differing {
        String sign = node.getToken().getValue();
        List<ASTNode> operands = node.getParameters();
        return switch (operands.size()) {
            case 0 ->
                sign.startsWith(VARIABLE)
                        ? dimensions.get(Integer.parseInt(sign.substring(VARIABLE.length())))
                        : Dimension.NUMBER;
            case 1 -> dimension(operands.get(0), dimensions);
            default -> {
                Dimension left = dimension(operands.get(0), dimensions);
                Dimension right = dimension(operands.get(1), dimensions);
                yield switch (sign) {
                    case "*" -> left.times(right, 1);
                    case "/" -> left.times(right, -1);
                    default -> left.plus(right);
                };
            }
        };
    }

    /**
     * Computes the formula.
     *
     * @param values one per code, in the order of {@link #codes()}
     * @return rounded half up to 12 decimals; null where the formula divides by zero
     */
    public @Nullable BigDecimal evaluate(List<BigDecimal> values) {
        try {
            Expression bound = expression.copy();
            for (int i = 0; i < codes.size(); i++) {
                bound.with(variable(i), values.get(i));
            }
            BigDecimal result = bound.evaluate().getNumberValue();
            return Units.tidy(result.setScale(DECIMALS, RoundingMode.HALF_UP));
        } catch (EvaluationException divisionByZero) {
            return null;
        } catch (ParseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
