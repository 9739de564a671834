package de.quartierwerk.disclosure;

/**
 * A sum that anybody can check: the products of variables and coefficients add up to a known number.
 *
 * @param variables variables, each once
 * @param coefficients of the variables
 * @param fresh whether the release at hand makes it
 */
record Equation(int[] variables, double[] coefficients, boolean fresh) {}
