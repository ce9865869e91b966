//! ends: compile-error | exception | timeout time
interface N<Z> { }
class C<X> implements N<N<? super C<C<X>>>> { }
N<? super C<Byte>> x = new C<Byte>();
