using FsCheck.Xunit;
using TypedSockets.Protocol;
using TypedSockets.Sessions;

namespace TypedSockets.Tests.Sessions;

/// <summary>Random sequences of everything that can happen to an outbox, step by step against <see cref="OutboxModel"/>.</summary>
public sealed class OutboxProperties
{
    private const int Channels = 4;

    [Property(MaxTest = 300)]
    public void It_does_what_the_model_does(int seed, byte tightness) => new Run(seed, tightness).Play(steps: 400);

    private sealed class Run
    {
        private readonly Random _random;
        private readonly Outbox _outbox;
        private readonly OutboxModel _model;
        private readonly List<uint> _calls = [];
        private uint _nextCall;

        public Run(int seed, int tightness)
        {
            _random = new Random(seed);
            var limits = new OutboxLimits(20 + (tightness * 4), 4000 + (tightness * 100));
            var window = new PeerWindow(2 + (tightness % 16), 50 + (tightness * 4), 1 + (tightness % 5));
            _outbox = new Outbox(limits);
            _model = new OutboxModel(limits, window);
            _outbox.SetPeerWindow(window);
            for (var i = 0; i < Channels; i++)
            {
                Assert.Equal(i, _outbox.AddChannel());
                _model.AddChannel();
            }
        }

        public void Play(int steps)
        {
            for (var step = 0; step < steps; step++)
            {
                Step();
                Compare();
            }

            Settle();
            Assert.True(_outbox.IsSettled);
            Assert.Equal(0, _outbox.Bytes);
            Assert.Equal(_outbox.Tail, _outbox.Acked);
        }

        private void Step()
        {
            switch (_random.Next(16))
            {
                case < 4: Add(OutboxEntries.Emit(Channel(), Size())); break;
                case < 6: AddCall(); break;
                case 6: Add(OutboxEntries.Result((_nextCall++ * 2) + 1, Size())); break;
                case 7: Add(OutboundMessage.Error((_nextCall++ * 2) + 1, SocketErrorCode.HandlerFailed, new string('x', Size()))); break;
                case < 12: Send(); break;
                case 12: Acknowledge(_random.Next(-2, (int)_outbox.Sent + 3)); break;
                case 13: Take(Channel()); break;
                case 14: Withdraw(); break;
                default: OpenOrEnd(); break;
            }
        }

        private void Compare()
        {
            Assert.Equal((_model.Acked, _model.Numbered, _model.Tail), (_outbox.Acked, _outbox.Numbered, _outbox.Tail));
            Assert.True(_outbox.Acked <= _outbox.Sent && _outbox.Sent <= _outbox.Numbered && _outbox.Numbered <= _outbox.Tail);
            Assert.Equal(_model.Bytes, _outbox.Bytes);
            Assert.Equal(_model.IsSettled, _outbox.IsSettled);
        }

        private void Add(OutboundMessage message)
        {
            var expected = _model.MayAdd(message);
            var body = message.Body.Span.ToArray();
            Assert.Equal(expected, _outbox.TryAdd(message));
            if (expected)
            {
                _model.Add(message, body);
            }
        }

        private void AddCall()
        {
            var id = _nextCall++ * 2;
            _calls.Add(id);
            Add(OutboxEntries.Invoke(Channel(), id, Size()));
        }

        private bool Send()
        {
            var expected = _model.Next();
            Assert.Equal(expected is not null, _outbox.TryPeek(out _));
            if (expected is null)
            {
                return false;
            }

            Assert.Equal(_model.Numbered + 1, _outbox.MoveSent());
            var message = _outbox[_outbox.Numbered];
            Assert.Equal((expected.Message.Kind, expected.Message.Channel, expected.Message.CallId), (message.Kind, message.Channel, message.CallId));
            Assert.Equal(expected.Body, message.Body.Span);
            _model.Send(expected);
            return true;
        }

        private void Acknowledge(long received) => Assert.Equal(_model.Acknowledge(received), _outbox.TryAcknowledge(received));

        private void Take(int channel)
        {
            var count = Math.Max(0, _model.Taken(channel) + _random.Next(-1, _model.Untaken(channel) + 2));
            Assert.Equal(_model.Take(channel, count), _outbox.TryTaken(channel, (uint)count));
        }

        private void Withdraw()
        {
            if (_calls.Count > 0)
            {
                var id = _calls[_random.Next(_calls.Count)];
                var channel = Channel();
                Assert.Equal(_model.Withdraw(channel, id), _outbox.TryWithdrawCall(channel, id));
            }
        }

        private void OpenOrEnd()
        {
            if (_model.CallsInFlight > 0)
            {
                _outbox.CallEnded();
                _model.CallEnded();
                return;
            }

            var channel = Channel();
            _outbox.OpenChannel(channel);
            _model.Open(channel);
        }

        // Everything gets through in the end, whatever had piled up.
        private void Settle()
        {
            for (var channel = 0; channel < Channels; channel++)
            {
                _outbox.OpenChannel(channel);
                _model.Open(channel);
            }

            while (!_outbox.IsSettled)
            {
                var before = (_outbox.Numbered, _model.CallsInFlight, _outbox.Acked);
                while (Send())
                {
                }

                for (var channel = 0; channel < Channels; channel++)
                {
                    var all = _model.Taken(channel) + _model.Untaken(channel);
                    Assert.Equal(_model.Take(channel, all), _outbox.TryTaken(channel, (uint)all));
                }

                Acknowledge(_outbox.Sent);
                while (_model.CallsInFlight > 0)
                {
                    _outbox.CallEnded();
                    _model.CallEnded();
                }

                Compare();
                Assert.True(_outbox.IsSettled || before != (_outbox.Numbered, _model.CallsInFlight, _outbox.Acked));
            }
        }

        private int Channel() => _random.Next(Channels);

        private int Size() => _random.Next(10) == 0 ? _random.Next(600) : _random.Next(40);
    }
}
