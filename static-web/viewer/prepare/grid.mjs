// OHIF reads segmentations with the library ndarray, which writes a class for each kind of grid as text and compiles it. Our content
// security policy lets no page compile text; so the kinds of grid are made here, without.

const COMPILER = 'function compileConstructor(dtype, dimension) {';

/** The text with our maker of grids in the place of what compiles, and how often that was there. */
export function withoutCompiling(text) {
  const parts = text.split(COMPILER);
  return { text: parts.join(`${COMPILER} return (${gridsOf})(dtype, dimension, order);`), count: parts.length - 1 };
}

/** What ndarray's own compiler returns: a maker of views on flat data. It is written into OHIF as text, and so must name nothing around it. */
export function gridsOf(dtype, dimension, order) {
  const isCount = value => typeof value === 'number' && value >= 0;
  const isGeneric = dtype === 'generic';

  class Grid {
    constructor(data, shape, stride, offset) {
      Object.assign(this, { data, shape: [...shape], stride: [...stride], offset: offset | 0 });
    }
    get dtype() { return dtype; }
    get dimension() { return this.shape.length; }
    get size() { return this.shape.reduce((all, length) => all * length, 1); }
    get order() { return order.call(this); }
    index(...at) { return this.stride.reduce((place, stride, axis) => place + stride * at[axis], this.offset); }
    get(...at) { return isGeneric ? this.data.get(this.index(...at)) : this.data[this.index(...at)]; }
    set(...at) {
      const value = at.pop();
      return isGeneric ? this.data.set(this.index(...at), value) : (this.data[this.index(...at)] = value);
    }
    hi(...ends) {
      return new Grid(this.data, this.shape.map((length, axis) => (isCount(ends[axis]) ? ends[axis] | 0 : length)), this.stride, this.offset);
    }
    lo(...starts) {
      const from = this.shape.map((_, axis) => (isCount(starts[axis]) ? starts[axis] | 0 : 0));
      return new Grid(this.data, this.shape.map((length, axis) => length - from[axis]), this.stride, this.index(...from));
    }
    step(...steps) {
      const by = this.shape.map((_, axis) => (typeof steps[axis] === 'number' ? steps[axis] | 0 : 1));
      const from = by.map((step, axis) => (step < 0 ? this.shape[axis] - 1 : 0));
      const shape = this.shape.map((length, axis) => Math.ceil(length / Math.abs(by[axis])));
      return new Grid(this.data, shape, this.stride.map((stride, axis) => stride * by[axis]), this.index(...from));
    }
    transpose(...axes) {
      const to = this.shape.map((_, axis) => (axes[axis] === undefined ? axis : axes[axis] | 0));
      return new Grid(this.data, to.map(axis => this.shape[axis]), to.map(axis => this.stride[axis]), this.offset);
    }
    pick(...at) {
      const rest = values => values.filter((_, axis) => !isCount(at[axis]));
      return new Grid(this.data, rest(this.shape), rest(this.stride), this.index(...this.shape.map((_, axis) => (isCount(at[axis]) ? at[axis] | 0 : 0))));
    }
  }

  /** Every pixel of a segmentation passes here, often in millions. */
  class Plane extends Grid {
    get(row, column) { return this.data[this.offset + row * this.stride[0] + column * this.stride[1]]; }
    set(row, column, value) { return (this.data[this.offset + row * this.stride[0] + column * this.stride[1]] = value); }
  }

  const Kind = dimension === 2 && !isGeneric ? Plane : Grid;
  return (data, shape = [], stride = [], offset = 0) => new Kind(data, shape, stride, offset);
}
