package de.quartierwerk.disclosure;

/**
 * A sum that anybody can check: the products of variables and coefficients add up to zero. It equals only itself.
 *
 * @param variables variables, each once
 * @param coefficients of the variables
 * @param fresh whether the release at hand makes it
 */
record Equation(Variable[] variables, double[] coefficients, boolean fresh) {}
